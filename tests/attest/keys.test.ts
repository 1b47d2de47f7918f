import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keyId, privateKey, publicKey, readKeyFile } from "../../src/attest/keys.js";
import { describeError, type TareError } from "../../src/errors.js";
import { pairOf } from "./statements.js";

const mine = pairOf();
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const RSA = rsa.privateKey.export({ type: "pkcs8", format: "pem" }) as string;
const RSA_OPEN = rsa.publicKey.export({ type: "spki", format: "pem" }) as string;
const { privateKey: bare } = generateKeyPairSync("ed25519");
const LOCKED = bare.export({
  type: "pkcs8",
  format: "pem",
  cipher: "aes-256-cbc",
  passphrase: "p",
}) as string;
const SECRET = "c2VjcmV0LXNlY3JldA==";

function refusal(work: () => unknown): TareError {
  try {
    work();
  } catch (error) {
    return error as TareError;
  }
  throw new Error("it was not refused");
}

describe("keys", () => {
  it("both halves of a pair have the same id, which is SHA-256 of the public one", () => {
    const id = keyId(publicKey({ pem: mine.open, where: "" }));
    expect(keyId(privateKey({ pem: mine.secret, where: "" }))).toBe(id);
    expect(id).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, () => unknown, RegExp]>([
    ["an RSA key", () => privateKey({ pem: RSA, where: "k" }), /this is an rsa key, Ed25519 is wanted/],
    ["an RSA public key", () => publicKey({ pem: RSA_OPEN, where: "k" }), /this is an rsa key/],
    ["a key for another use", () => privateKey({ pem: pairOf("x25519").secret, where: "k" }), /x25519/],
    ["a locked key", () => privateKey({ pem: LOCKED, where: "k" }), /locked by a passphrase/],
    ["a public key to sign with", () => privateKey({ pem: mine.open, where: "k" }), /this is a public key/],
    [
      "a private key to verify with",
      () => publicKey({ pem: mine.secret, where: "k" }),
      /this is a private key/,
    ],
    [
      "an OpenSSH key",
      () => privateKey({ pem: `-----BEGIN OPENSSH PRIVATE KEY-----\n${SECRET}`, where: "k" }),
      /OpenSSH/,
    ],
    [
      "no key",
      () => privateKey({ pem: SECRET, where: "TARE_SIGNING_KEY" }),
      /^TARE_KEY {2}TARE_SIGNING_KEY: this is no key/,
    ],
    ["half a key", () => privateKey({ pem: mine.secret.slice(0, 60), where: "k" }), /this is no key in PEM/],
    ["no file", () => readKeyFile("none.pem", "/nowhere"), /none\.pem: it cannot be read/],
  ])("%s is refused with what to do", (_, work, says) => {
    const error = refusal(work);
    expect([error.code, error.exit]).toEqual(["TARE_KEY", 2]);
    expect(describeError(error)).toMatch(says);
    expect(error.fix).toContain("openssl genpkey -algorithm ed25519");
  });

  it("no refusal shows anything of the key", () => {
    const parts = [
      SECRET,
      ...mine.secret.split("\n").filter((line) => line.length > 20 && !line.startsWith("-")),
    ];
    expect(parts.length).toBeGreaterThan(1);
    for (const pem of [SECRET, mine.secret.slice(0, 80), `${mine.secret.slice(40)}`]) {
      const error = refusal(() => privateKey({ pem, where: "TARE_SIGNING_KEY" }));
      for (const part of parts)
        expect(`${describeError(error)}${error.stack}`).not.toContain(part.slice(0, 12));
      expect(error.cause).toBeUndefined();
    }
  });
});
