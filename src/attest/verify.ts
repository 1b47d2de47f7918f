import type { KeyObject } from "node:crypto";
import { TareError } from "../errors.js";
import type { Statement } from "./document.js";
import { openEnvelope } from "./envelope.js";
import { keyId } from "./keys.js";
import { type Attested, statementIn } from "./read.js";

/**
 * The statement that a key has signed. Without a key only a record is taken, and only where `unsigned` says that this is
 * meant: else whoever can write the file could take the signature off. Throws TARE_KEY, TARE_ATTESTATION_MISMATCH.
 */
export function trustedStatement(
  attested: Attested,
  file: string,
  { key, unsigned }: { readonly key: KeyObject | undefined; readonly unsigned: boolean },
): Statement {
  if (key === undefined && !unsigned)
    throw new TareError("TARE_KEY", "there is no key to check it with", {
      where: file,
      fix: "Give --public-key FILE; for a record, which nobody has signed, --unsigned.",
    });
  if (attested.kind === "record") {
    if (key === undefined) return attested.statement;
    throw mismatch(file, ["this is a record: nobody has signed it"]);
  }
  if (key === undefined)
    throw new TareError(
      "TARE_KEY",
      "this is a signed attestation: --unsigned would not look at its signature",
      {
        where: file,
        fix: "Give --public-key FILE.",
      },
    );
  const body = openEnvelope(attested.envelope, key);
  if (body !== undefined) return statementIn(body, file);
  const [first] = attested.envelope.signatures;
  const by =
    first!.keyid === keyId(key) ? "it was changed since" : `it names the key ${first!.keyid.slice(0, 16)}`;
  throw mismatch(file, [`the signature does not fit the key ${keyId(key).slice(0, 16)}: ${by}`]);
}

/** One failure for all differences. */
export function mismatch(where: string, differences: readonly string[]): TareError {
  return new TareError("TARE_ATTESTATION_MISMATCH", differences.join("\n  "), { where });
}
