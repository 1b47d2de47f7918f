import { applyEdits } from "./edits.js";
import type { Sentence } from "./sentences.js";
import type { Span } from "./span.js";

/** May it go without a visible hole? A whole numbered item may not, nor may a quote that it fills. */
export function standsAlone(text: string, sentence: Sentence): boolean {
  if (!fillsBlock(sentence)) return true;
  const { block } = sentence;
  if (block.kind === "paragraph") return true;
  // The item must hold nothing else: no nested list, no code.
  return block.item?.ordered === false && text.slice(block.end, block.item.end).trim() === "";
}

/** Takes the sentence out with the white space it leaves: with its block where it fills it, marker included. */
export function removeSentence(text: string, sentence: Sentence): string {
  if (fillsBlock(sentence)) {
    const whole = sentence.block.item ?? sentence.block;
    return cut(text, { start: lineStart(text, whole.start), end: whole.end }, /\s*/uy);
  }
  const after = skipBlank(text, sentence.end, /[^\S\r\n]*(?:\r?\n(?!\s*\n)[> \t]*)?/uy);
  if (after <= sentence.block.end && after > sentence.end && after < sentence.block.end)
    return applyEdits(text, [{ start: sentence.start, end: after, text: "" }]);
  const before = text.slice(0, sentence.start).trimEnd().length;
  return applyEdits(text, [{ start: before, end: sentence.end, text: "" }]);
}

function fillsBlock({ block, start, end }: Sentence): boolean {
  return start === block.start && end === block.end;
}

function cut(text: string, { start, end }: Span, gap: RegExp): string {
  const after = skipBlank(text, end, gap);
  // At the end of the text the gap before goes instead.
  if (after >= text.length) return text.slice(0, start).trimEnd();
  const indent = after - (text.lastIndexOf("\n", after - 1) + 1);
  return applyEdits(text, [{ start, end: after - Math.max(0, Math.min(indent, after - end)), text: "" }]);
}

function lineStart(text: string, at: number): number {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return text.slice(line, at).trim() === "" ? line : at;
}

function skipBlank(text: string, from: number, gap: RegExp): number {
  gap.lastIndex = from;
  gap.test(text);
  return Math.max(from, gap.lastIndex);
}
