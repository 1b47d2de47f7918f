import { preservedContents } from "./preserved.js";
import { remember } from "./remember.js";

const codeOf = remember((text): string => JSON.stringify(preservedContents(text, "code")));

/**
 * Does the changed text hold the same code? Moving prose about can make a line read as code that did not
 * before, or hide one that did; the operator then declines.
 */
export function keepsCode(before: string, after: string): boolean {
  return codeOf(before) === codeOf(after);
}
