import { TareError } from "../errors.js";
import { isRecord } from "../formats/fields.js";
import { DIGEST_KINDS, type DigestKind } from "./digests.js";
import { NORMAL_FORM } from "./normal.js";

/** The first line of a digest list: what another team needs to know of an export whose texts it does not see. */
export interface DigestListHead {
  readonly tare_digests: 1;
  readonly normal_form: string;
  /** Name of the file that was exported. */
  readonly file: string;
  readonly at: string;
  readonly operators: readonly string[];
  readonly held_out: readonly string[];
}

export interface DigestRow {
  readonly kind: DigestKind;
  readonly digest: string;
}

export function isDigestListHead(value: unknown): boolean {
  return isRecord(value) && "tare_digests" in value;
}

/** Throws TARE_DATA_FIELD where the list is of another version or rule: then nothing of it could be compared. */
export function readDigestListHead(value: unknown, place: string): DigestListHead {
  const head = value as Partial<Record<keyof DigestListHead, unknown>>;
  if (head.tare_digests !== 1 || head.normal_form !== NORMAL_FORM)
    throw new TareError(
      "TARE_DATA_FIELD",
      `this digest list is of version ${String(head.tare_digests)} and rule ${String(head.normal_form)}, not 1 and ${NORMAL_FORM}`,
      { where: place, fix: "Write it anew with this version: tare augment … --digests FILE." },
    );
  const names = (list: unknown) =>
    Array.isArray(list) ? list.filter((name): name is string => typeof name === "string") : [];
  return {
    tare_digests: 1,
    normal_form: NORMAL_FORM,
    file: typeof head.file === "string" ? head.file : "",
    at: typeof head.at === "string" ? head.at : "",
    operators: names(head.operators),
    held_out: names(head.held_out),
  };
}

export function readDigestRow(value: unknown, place: string): DigestRow {
  if (isRecord(value)) {
    const { kind, digest } = value;
    if (
      DIGEST_KINDS.includes(kind as DigestKind) &&
      typeof digest === "string" &&
      /^[0-9a-f]{32}$/.test(digest)
    )
      return { kind: kind as DigestKind, digest };
  }
  throw new TareError(
    "TARE_DATA_FIELD",
    'a line of a digest list wants {"kind": "prompt", "answer" or "pair", "digest": 32 hex digits}',
    { where: place },
  );
}
