import { readFileSync } from "node:fs";
import { messageOf, TareError } from "../errors.js";
import { whyUnread } from "../file-reasons.js";
import { digestOf } from "../keys.js";
import { SNAPSHOT_VERSION, type Snapshot, snapshot } from "./snapshot.js";

/**
 * Reads a snapshot that `tare baseline save` wrote.
 * Throws TARE_BASELINE_MISSING, TARE_BASELINE_DAMAGED, TARE_BASELINE_NEWER.
 */
export function readSnapshot(path: string): Snapshot {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new TareError("TARE_BASELINE_MISSING", whyUnread(error), { where: path, cause: error });
  }
  return parseSnapshot(text, path);
}

/** The same of the text of a file; `where` names it in messages. */
export function parseSnapshot(text: string, where: string): Snapshot {
  const damaged = (what: string) => new TareError("TARE_BASELINE_DAMAGED", what, { where });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw damaged(`this is not JSON: ${messageOf(error)}`);
  }
  const { schema, version } = (typeof json === "object" && json !== null ? json : {}) as Record<
    string,
    unknown
  >;
  if (schema !== "tare-baseline") throw damaged('it does not say "schema": "tare-baseline"');
  if (typeof version === "number" && version > SNAPSHOT_VERSION) {
    const what = `it is of version ${version}, this tare knows ${SNAPSHOT_VERSION}`;
    throw new TareError("TARE_BASELINE_NEWER", what, { where });
  }
  const read = snapshot.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw damaged(`${issue!.path.join(".") || "the file"}: ${issue!.message}`);
  }
  if (read.data.digest !== digestOfSnapshot(read.data))
    throw damaged("its digest does not fit its content: it was changed after it was saved");
  const uneven = read.data.claims.find((one) => [one.lower, one.upper].some(lacks(read.data.alphas.length)));
  if (uneven !== undefined) throw damaged(`${uneven.id} has not one bound for each of the alphas`);
  return read.data;
}

/** Of everything but the digest itself, and where the schema lies. */
export function digestOfSnapshot({ digest: _, $schema, ...content }: Snapshot): string {
  return digestOf(content);
}

function lacks(wanted: number): (bounds: readonly unknown[]) => boolean {
  return ({ length }) => length !== wanted;
}
