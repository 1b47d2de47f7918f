import type { Text } from "../contract.js";
import { tokensOf } from "../text/counting.js";
import { countMarks } from "../text/marks.js";
import { numbers } from "../text/numbers.js";
import { preservedContents } from "../text/preserved.js";
import { protectedSpans } from "../text/protected-spans.js";
import { remember } from "../text/remember.js";
import { sentences } from "../text/sentences.js";

/** What changed beside the attribute: counts of the variant minus counts of the base, per response. */
export interface Drift {
  /** Tokens by tare's own rule (text/counting.ts). */
  readonly baseTokens: number;
  readonly variantTokens: number;
  readonly sentences: number;
  readonly listItems: number;
  readonly headings: number;
  readonly bold: number;
  readonly codeSpans: number;
  readonly numbers: number;
  readonly urls: number;
  /** Shared tokens, 0 (nothing in common) to 1 (same bag); see `similarity`. */
  readonly similarity: number;
}

const tokens = remember((text): readonly string[] => tokensOf(text));

export function driftOf(base: Text, variant: Text): Drift {
  const before = countsOf(base.response);
  const after = countsOf(variant.response);
  return {
    baseTokens: tokens(base.response).length,
    variantTokens: tokens(variant.response).length,
    sentences: after.sentences - before.sentences,
    listItems: after.listItems - before.listItems,
    headings: after.headings - before.headings,
    bold: after.bold - before.bold,
    codeSpans: after.codeSpans - before.codeSpans,
    numbers: after.numbers - before.numbers,
    urls: after.urls - before.urls,
    similarity: similarity(base.response, variant.response),
  };
}

/**
 * Sørensen–Dice coefficient over bags of tokens, 2|A∩B| / (|A| + |B|): linear in the length of the texts,
 * which an edit distance is not. Blind to order; the operators that reorder declare no minimum.
 */
export function similarity(a: string, b: string): number {
  const left = tokens(a);
  const right = tokens(b);
  if (left.length + right.length === 0) return 1;
  const bag = new Map<string, number>();
  for (const token of left) bag.set(token, (bag.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of right) {
    const count = bag.get(token) ?? 0;
    if (count === 0) continue;
    bag.set(token, count - 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

function countsOf(text: string) {
  return {
    ...countMarks(text),
    sentences: sentences(text).length,
    numbers: numbers(text).length,
    codeSpans: protectedSpans(text).filter(({ kind }) => kind === "code").length,
    urls: preservedContents(text, "urls").length,
  };
}
