import { COVARIATES, type Covariate } from "../contract.js";
import type { Drift } from "../pairs/drift.js";

export interface Sampled {
  /** Decides which are kept: the lowest. */
  readonly rank: string;
  readonly item: string;
  readonly before: string;
  readonly after: string;
}

/** What became of one operator on some items. Tallies of parts of the data add up to that of the whole. */
export interface OperatorTally {
  /** With its dose, as on the command line. */
  readonly operator: string;
  asked: number;
  applied: number;
  readonly skipped: Record<string, number>;
  /** It threw: the first few, and how many there were. */
  readonly errors: { readonly item: string; readonly detail: string }[];
  threw: number;
  /** Pairs that guards and drift were asked of. */
  measured: number;
  /** Of those, by guard. */
  readonly refused: Record<string, number>;
  /** Sums over the measured pairs that no guard refused, and in how many the covariate moved. */
  readonly drift: Record<Covariate, { sum: number; moved: number }>;
  similarity: number;
  editSimilarity: { sum: number; n: number };
  /** Digests of what was put in, numbers, names and case removed; and of whole variants. */
  readonly realisations: Set<string>;
  insertions: number;
  readonly variants: Set<string>;
  readonly samples: Sampled[];
  /** Of the operator alone, without guards and drift. */
  milliseconds: number;
  /** Items with an answer that the operator was asked to take, and those of which it took one at least. */
  items: { asked: number; applied: number };
  /** Of operators on code: items asked and taken by language. */
  readonly code: Record<string, { asked: number; applied: number }>;
}

export function emptyTally(operator: string): OperatorTally {
  return {
    operator,
    asked: 0,
    applied: 0,
    skipped: {},
    errors: [],
    threw: 0,
    measured: 0,
    refused: {},
    drift: Object.fromEntries(
      COVARIATES.map((name) => [name, { sum: 0, moved: 0 }]),
    ) as OperatorTally["drift"],
    similarity: 0,
    editSimilarity: { sum: 0, n: 0 },
    realisations: new Set(),
    insertions: 0,
    variants: new Set(),
    samples: [],
    milliseconds: 0,
    items: { asked: 0, applied: 0 },
    code: {},
  };
}

export const SAMPLES = 3;
export const ERRORS = 5;

export function addDrift(tally: OperatorTally, drift: Drift): void {
  const { baseTokens, variantTokens, ...counts } = drift;
  const tokens = baseTokens > 0 && variantTokens > 0 ? Math.log2(variantTokens / baseTokens) : 0;
  for (const name of COVARIATES) {
    const change = name === "tokens" ? tokens : counts[name];
    tally.drift[name].sum += change;
    if (change !== 0) tally.drift[name].moved++;
  }
  tally.similarity += drift.similarity;
  if (drift.editSimilarity === null) return;
  tally.editSimilarity.sum += drift.editSimilarity;
  tally.editSimilarity.n++;
}

export function keepSample(tally: OperatorTally, sample: Sampled): void {
  tally.samples.push(sample);
  tally.samples.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  tally.samples.length = Math.min(SAMPLES, tally.samples.length);
}

export function count(counts: Record<string, number>, reason: string, by = 1): void {
  counts[reason] = (counts[reason] ?? 0) + by;
}
