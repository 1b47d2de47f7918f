import type { Block } from "./blocks.js";
import { untouchable } from "./protected-spans.js";
import { touchesAny } from "./span.js";

/** A word that would mean something to markdown, or look like code, at the beginning of a line. */
const UNSAFE =
  /^(?:[-+*>#=|~`<:\\$[{}(]|\d+[.)]|(?:def|class|for|while|if|else|try|except|with|import|from|return|const|let|var|int|float|function)\b)/u;

/**
 * Offsets of the single spaces at which a block may be wrapped so that no line is longer than `width`
 * (UTF-16 units, from the block's column on) where it can be helped. Never inside code, math or addresses.
 */
export function wrapPoints(text: string, block: Block, width: number): number[] {
  const column = block.start - (text.lastIndexOf("\n", block.start - 1) + 1);
  const points: number[] = [];
  let lineStart = block.start;
  let last = -1;
  for (let at = block.start; at < block.end; at++) {
    const char = text[at]!;
    if (char === "\n") {
      lineStart = at + 1;
      last = -1;
    } else if (char === " " && canBreak(text, at, block.end)) last = at;
    if (at - lineStart + column >= width && last > lineStart) {
      points.push(last);
      lineStart = last + 1;
      last = -1;
    }
  }
  return points;
}

function canBreak(text: string, at: number, end: number): boolean {
  if (at + 1 >= end || /\s/u.test(text[at - 1] ?? " ") || /\s/u.test(text[at + 1]!)) return false;
  if (UNSAFE.test(text.slice(at + 1, at + 14))) return false;
  return !touchesAny({ start: at - 1, end: at + 2 }, untouchable(text));
}
