import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { TareError } from "../errors.js";
import { whyUnread } from "../file-reasons.js";

/** The environment variable that may hold a signing key, as PEM. */
export const KEY_VARIABLE = "TARE_SIGNING_KEY";

/** The text of a key and where it is from; the text is never stored, shown, or put into an error. */
export interface KeyText {
  readonly pem: string;
  readonly where: string;
}

/** A key file's text. Throws TARE_KEY. */
export function readKeyFile(file: string, cwd: string): KeyText {
  try {
    return { pem: readFileSync(resolve(cwd, file), "utf8"), where: file };
  } catch (error) {
    throw new TareError("TARE_KEY", `it cannot be read: ${whyUnread(error)}`, { where: file, cause: error });
  }
}

/** An Ed25519 private key. Throws TARE_KEY. */
export function privateKey({ pem, where }: KeyText): KeyObject {
  if (/BEGIN OPENSSH/.test(pem)) throw refuse(where, "this is an OpenSSH key, not PKCS #8");
  if (/BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem))
    throw refuse(where, "this key is locked by a passphrase: give an unlocked one, from a secret store");
  if (/BEGIN PUBLIC/.test(pem)) throw refuse(where, "this is a public key: signing wants the private one");
  return ed25519(where, () => createPrivateKey(pem));
}

/** An Ed25519 public key. Throws TARE_KEY. */
export function publicKey({ pem, where }: KeyText): KeyObject {
  if (/PRIVATE KEY/.test(pem))
    throw refuse(where, "this is a private key: whoever verifies should hold the public one alone");
  return ed25519(where, () => createPublicKey(pem));
}

/** SHA-256 of the public key (SPKI, DER) in hex: the same for both halves of a pair. */
export function keyId(key: KeyObject): string {
  const half = key.type === "private" ? createPublicKey(key) : key;
  return createHash("sha256")
    .update(half.export({ type: "spki", format: "der" }))
    .digest("hex");
}

/** OpenSSL's own message is left out: it may quote what it could not read. */
function ed25519(where: string, parse: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = parse();
  } catch {
    throw refuse(where, "this is no key in PEM");
  }
  if (key.asymmetricKeyType === "ed25519") return key;
  throw refuse(where, `this is an ${key.asymmetricKeyType} key, Ed25519 is wanted`);
}

function refuse(where: string, what: string): TareError {
  return new TareError("TARE_KEY", what, { where });
}
