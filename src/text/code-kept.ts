import { type Skip, skip } from "../contract.js";
import { applyEdits, type Edit } from "./edits.js";
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

/** The text with the edits made, unless prose then reads as code or code as prose. */
export function editedBesideCode(text: string, edits: readonly Edit[]): string | Skip {
  const made = applyEdits(text, edits);
  return keepsCode(text, made) ? made : skip("reads-as-code");
}
