import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 192 bits that nobody can guess, in characters that need no escaping in an address or a cookie. */
export function makeToken(): string {
  return randomBytes(24).toString("base64url");
}

/** Compares in a time that tells nothing of where two tokens differ, nor of their lengths. */
export function isToken(given: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(given ?? ""), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
