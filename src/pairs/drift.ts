import type { Text } from "../contract.js";
import { codeErrors } from "../text/code/errors.js";
import { answerTokens as tokens } from "../text/counting.js";
import { countMarks } from "../text/marks.js";
import { numbers } from "../text/numbers.js";
import { preservedContents } from "../text/preserved.js";
import { protectedSpans } from "../text/protected-spans.js";
import { countCapitals, countRegisterMarkers } from "../text/register.js";
import { remember } from "../text/remember.js";
import { sentences } from "../text/sentences.js";
import { editSimilarity } from "./edit-similarity.js";

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
  /** Words wholly in capitals. */
  readonly capitals: number;
  /** Hedges, boosters, address, contractions, exclamations; see text/register.ts. */
  readonly registerMarkers: number;
  /** Places where code in a known language does not parse; see text/code/errors.ts. */
  readonly codeErrors: number;
  /** Shared tokens, 0 (nothing in common) to 1 (same bag); see `similarity`. */
  readonly similarity: number;
  /** Tokens kept in their order, 0 to 1; null for texts too long to compare. */
  readonly editSimilarity: number | null;
}

/** What is counted of one text. */
export type Counts = Readonly<Record<keyof typeof COUNTED, number>>;

const COUNTED = {
  sentences: (text: string) => sentences(text).length,
  listItems: (text: string) => countMarks(text).listItems,
  headings: (text: string) => countMarks(text).headings,
  bold: (text: string) => countMarks(text).bold,
  codeSpans: (text: string) => protectedSpans(text).filter(({ kind }) => kind === "code").length,
  numbers: (text: string) => numbers(text).length,
  urls: (text: string) => preservedContents(text, "urls").length,
  capitals: countCapitals,
  registerMarkers: countRegisterMarkers,
  codeErrors,
} as const;

/** The counts of a text; those of a base text are asked for once a pair, and made once. */
export const countsOf = remember((text): Counts => {
  return Object.fromEntries(Object.entries(COUNTED).map(([name, count]) => [name, count(text)])) as Counts;
});

export function countedTokens(text: string): number {
  return tokens(text).length;
}

export function driftOf(base: Text, variant: Text): Drift {
  const before = countsOf(base.response);
  const after = countsOf(variant.response);
  const names = Object.keys(COUNTED) as (keyof Counts)[];
  const changes = Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as Counts;
  const [left, right] = [tokens(base.response), tokens(variant.response)];
  return {
    baseTokens: left.length,
    variantTokens: right.length,
    ...changes,
    similarity: similarity(base.response, variant.response),
    editSimilarity: editSimilarity(left, right),
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
