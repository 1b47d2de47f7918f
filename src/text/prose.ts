import { untouchable } from "./protected-spans.js";
import { type Sentence, sentences } from "./sentences.js";
import { touchesAny } from "./span.js";

/** Sentences of paragraphs, list items and quotes (not of headings and tables) that hold no code, math, address or reasoning. */
export function plainSentences(text: string): readonly Sentence[] {
  return sentences(text).filter(
    (sentence) =>
      sentence.block.kind !== "heading" &&
      sentence.block.kind !== "cell" &&
      !touchesAny(sentence, untouchable(text)),
  );
}

/** Ends properly, introduces nothing, and opens no bracket, quote or emphasis that it does not close: may stand or go alone. */
export function isSelfContained({ text, terminated }: Sentence): boolean {
  return terminated && isBalanced(text);
}

function isBalanced(text: string): boolean {
  return (
    count(text, /\*\*/gu) % 2 === 0 &&
    count(text, /(?<!\*)\*(?!\*)/gu) % 2 === 0 &&
    count(text, /__/gu) % 2 === 0 &&
    count(text, /"/gu) % 2 === 0 &&
    count(text, /“/gu) === count(text, /”/gu) &&
    count(text, /[([{]/gu) === count(text, /[)\]}]/gu)
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** At least one, a third of `available`: enough to weigh, and the answer stays recognisable. */
export function aThird(available: number): number {
  return Math.max(1, Math.round(available / 3));
}
