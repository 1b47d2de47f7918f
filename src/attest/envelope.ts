import { type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { keyId } from "./keys.js";

/** Media type of an in-toto statement in JSON. */
export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** A DSSE envelope: bytes with signatures of them (https://github.com/secure-systems-lab/dsse, v1.0.2). */
export const envelopeShape = z.strictObject({
  payloadType: z.literal(PAYLOAD_TYPE),
  payload: z.base64(),
  signatures: z.array(z.strictObject({ keyid: z.string(), sig: z.base64() })).min(1),
});
export type Envelope = z.output<typeof envelopeShape>;

/** What is signed: type and body with their lengths, so that neither can pass for a part of the other (DSSE's PAE). */
export function signedBytes(type: string, body: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.byteLength} `;
  return Buffer.concat([Buffer.from(head), body]);
}

/** Signs with Ed25519 (RFC 8032); the same key and body always give the same envelope. */
export function sealEnvelope(body: Uint8Array, key: KeyObject): Envelope {
  const sig = sign(null, signedBytes(PAYLOAD_TYPE, body), key).toString("base64");
  return {
    payloadType: PAYLOAD_TYPE,
    payload: Buffer.from(body).toString("base64"),
    signatures: [{ keyid: keyId(key), sig }],
  };
}

/**
 * The body of an envelope that this public key has signed; undefined where no signature is its own. What base64 could say in
 * more than one way is held to the one way.
 */
export function openEnvelope(
  { payload, payloadType, signatures }: Envelope,
  key: KeyObject,
): Buffer | undefined {
  const body = decoded(payload);
  if (body === undefined) return undefined;
  const bytes = signedBytes(payloadType, body);
  const own = signatures.some(({ keyid, sig }) => {
    const signature = decoded(sig);
    return signature !== undefined && keyid === keyId(key) && verify(null, bytes, key, signature);
  });
  return own ? body : undefined;
}

function decoded(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, "base64");
  return bytes.toString("base64") === base64 ? bytes : undefined;
}
