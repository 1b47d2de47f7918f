import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { messageOf, TareError } from "../errors.js";
import { whyUnread } from "../file-reasons.js";
import { canonicalJson } from "../keys.js";
import { type Statement, statementShape } from "./document.js";
import { type Envelope, envelopeShape } from "./envelope.js";

/** A file as it was read: an attestation is sealed, a record is a bare statement that nobody answers for. */
export type Attested =
  | { readonly kind: "attestation"; readonly envelope: Envelope }
  | { readonly kind: "record"; readonly statement: Statement };

/** Reads the file that `tare attest` wrote; no signature is looked at. Throws TARE_ATTESTATION. */
export function readAttested(file: string, cwd: string): Attested {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), "utf8");
  } catch (error) {
    throw refuse(file, `it cannot be read: ${whyUnread(error)}`);
  }
  const value = parse(text, file);
  const sealed = typeof value === "object" && value !== null && "payload" in value;
  if (!sealed) return { kind: "record", statement: shaped(value, file) };
  const envelope = envelopeShape.safeParse(value);
  if (envelope.success) return { kind: "attestation", envelope: envelope.data };
  throw refuse(file, `this is no envelope: ${firstIssue(envelope.error.issues)}`);
}

/** The statement in the body of an envelope whose signature was checked. Throws TARE_ATTESTATION. */
export function statementIn(body: Uint8Array, file: string): Statement {
  return shaped(parse(Buffer.from(body).toString("utf8"), file), file);
}

/** The one way in which a statement is written to be signed. */
export function statementBytes(statement: Statement): Buffer {
  return Buffer.from(canonicalJson(statement));
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(file, `it is not JSON: ${messageOf(error)}`);
  }
}

function shaped(value: unknown, file: string): Statement {
  const result = statementShape.safeParse(value);
  if (result.success) return result.data;
  throw refuse(file, `this is no statement of tare: ${firstIssue(result.error.issues)}`);
}

function firstIssue(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  const [first] = issues;
  return `${first!.path.map(String).join(".") || "the file"}: ${first!.message}`;
}

function refuse(where: string, what: string): TareError {
  return new TareError("TARE_ATTESTATION", what, { where });
}
