import MagicString from "magic-string";
import type { Span } from "./span.js";

/** Replaces a span (an empty one: inserts before `start`). */
export interface Edit extends Span {
  readonly text: string;
}

/** The text with the edits applied; every other byte stays. Throws a RangeError where edits overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const result = new MagicString(text);
  let at = 0;
  for (const { start, end, text: replacement } of sorted) {
    if (start < at || end < start || end > text.length)
      throw new RangeError(`edit ${start}-${end} overlaps another or lies outside the text`);
    if (start === end) result.appendLeft(start, replacement);
    else if (replacement === "") result.remove(start, end);
    else result.update(start, end, replacement);
    at = end;
  }
  return result.toString();
}
