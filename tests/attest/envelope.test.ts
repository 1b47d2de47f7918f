import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Statement } from "../../src/attest/document.js";
import { type Envelope, sealEnvelope, signedBytes } from "../../src/attest/envelope.js";
import { privateKey, publicKey } from "../../src/attest/keys.js";
import { readAttested, statementBytes } from "../../src/attest/read.js";
import { trustedStatement } from "../../src/attest/verify.js";
import { TareError } from "../../src/errors.js";
import { KEEPS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { pairOf, stated, weighed } from "./statements.js";

const place = workplace();
const mine = pairOf();
const key = privateKey({ pem: mine.secret, where: "k" });
const trusted = publicKey({ pem: mine.open, where: "p" });
let statement: Statement;
let envelope: Envelope;

beforeAll(async () => {
  statement = await stated(await weighed(place, [KEEPS]));
  envelope = sealEnvelope(statementBytes(statement), key);
});

/** What a file that says this is taken for, by the holder of the public key. */
function take(content: unknown): Statement {
  const file = place.file("taken.json", content);
  return trustedStatement(readAttested(file, place.path), file, { key: trusted, unsigned: false });
}
const refusal = (content: unknown) => {
  try {
    take(content);
  } catch (error) {
    expect(error).toBeInstanceOf(TareError);
    return (error as TareError).code;
  }
  return "taken";
};
const resealed = (payload: unknown) => ({
  ...envelope,
  payload: Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload)).toString("base64"),
});

/** Every place of a JSON value that holds no other. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}
function changedAt(value: unknown, path: readonly (string | number)[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined)
    return typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${value ?? ""}x`;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[first] = changedAt(copy[first], rest);
  return copy;
}

describe("a sealed statement", () => {
  it("is taken as it was written, however it is laid out", () => {
    expect(take(envelope)).toEqual(statement);
    expect(take(JSON.stringify(envelope, null, 7))).toEqual(statement);
  });

  it("is the same envelope whenever it is sealed", () => {
    expect(sealEnvelope(statementBytes(statement), key)).toEqual(envelope);
  });

  it("with any one field changed is not", () => {
    const places = leaves(statement);
    expect(places.length).toBeGreaterThan(60);
    for (const path of places)
      expect(refusal(resealed(changedAt(statement, path))), path.join(".")).toBe("TARE_ATTESTATION_MISMATCH");
  });

  it("with a field more, less, or in another order is not", () => {
    expect(refusal(resealed({ ...statement, more: 1 }))).toBe("TARE_ATTESTATION_MISMATCH");
    for (const name of Object.keys(statement.predicate)) {
      const { [name as "verdict"]: _, ...predicate } = statement.predicate;
      expect(refusal(resealed({ ...statement, predicate })), name).toBe("TARE_ATTESTATION_MISMATCH");
    }
    expect(refusal(resealed(statement))).toBe("TARE_ATTESTATION_MISMATCH");
  });

  it("with any one character of its file changed is refused, or says the same", () => {
    const text = JSON.stringify(envelope, null, 2);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length - 1 }),
        fc.constantFrom(...'aZ0+/=-_ \n"{}[]:,\\x'),
        (at, other) => {
          const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
          let found: Statement;
          try {
            found = take(changed);
          } catch (error) {
            expect((error as TareError).code).toMatch(/^TARE_ATTESTATION/);
            return;
          }
          expect(found).toEqual(statement);
          expect(JSON.parse(changed)).toEqual(envelope);
        },
      ),
      { numRuns: 400, seed: 1 },
    );
  });

  it("by another key is told, whatever key it names", () => {
    const other = privateKey({ pem: pairOf().secret, where: "k" });
    const theirs = sealEnvelope(statementBytes(statement), other);
    expect(refusal(theirs)).toBe("TARE_ATTESTATION_MISMATCH");
    const { keyid } = envelope.signatures[0]!;
    const { sig } = theirs.signatures[0]!;
    expect(refusal({ ...theirs, signatures: [{ keyid, sig }] })).toBe("TARE_ATTESTATION_MISMATCH");
  });

  it("without its signature is a record, which a key does not take and nobody takes unasked", () => {
    expect(refusal(statement)).toBe("TARE_ATTESTATION_MISMATCH");
    const file = place.file("record.json", statement);
    const read = readAttested(file, place.path);
    expect(read.kind).toBe("record");
    const unsigned = (yes: boolean) => () => trustedStatement(read, file, { key: undefined, unsigned: yes });
    expect(unsigned(true)()).toEqual(statement);
    expect(unsigned(false)).toThrow(expect.objectContaining({ code: "TARE_KEY", exit: 2 }));
    const sealed = readAttested(place.file("sealed.json", envelope), place.path);
    expect(() => trustedStatement(sealed, file, { key: undefined, unsigned: true })).toThrow(
      expect.objectContaining({ code: "TARE_KEY" }),
    );
  });

  it.each<[string, () => unknown]>([
    ["nothing", () => ""],
    ["no JSON", () => "{"],
    ["a list", () => []],
    ["another document", () => ({ schema: "tare-report" })],
    ["an envelope without a signature", () => ({ ...envelope, signatures: [] })],
    ["an envelope of another type", () => ({ ...envelope, payloadType: "application/json" })],
    ["a statement of another version", () => ({ ...statement, predicateType: "urn:tare:verdict:2" })],
  ])("%s is no attestation", (_, content) => {
    expect(refusal(content())).toBe("TARE_ATTESTATION");
  });
});

describe("what is signed", () => {
  it("is DSSE's encoding (the example of its protocol.md)", () => {
    expect(signedBytes("http://example.com/HelloWorld", Buffer.from("hello world")).toString()).toBe(
      "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
    );
    expect(signedBytes("ü", Buffer.from("ü")).toString()).toBe("DSSEv1 2 ü 2 ü");
  });

  const openssl = spawnSync("openssl", ["version"], { encoding: "utf8" });
  it.skipIf(openssl.status !== 0 || !/ 3\./.test(openssl.stdout))(
    "is what OpenSSL verifies, and no other",
    () => {
      const at = (name: string, content: string | Buffer) => {
        writeFileSync(join(place.path, name), content);
        return join(place.path, name);
      };
      const body = Buffer.from(envelope.payload, "base64");
      const bytes = signedBytes(envelope.payloadType, body);
      const sig = at("sig", Buffer.from(envelope.signatures[0]!.sig, "base64"));
      const verifies = (message: Buffer) =>
        spawnSync("openssl", [
          ...["pkeyutl", "-verify", "-pubin", "-inkey", at("open.pem", mine.open), "-rawin"],
          ...["-in", at("message", message), "-sigfile", sig],
        ]).status === 0;
      expect(verifies(bytes)).toBe(true);
      expect(verifies(body)).toBe(false);
    },
  );
});
