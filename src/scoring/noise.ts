import type { Prepared, Scorer, Text } from "../contract.js";
import { TareError } from "../errors.js";
import { requireFinite } from "./finite.js";

/** How far a scorer's own score of the same text moves; statistics.md §6. One number a head. */
export interface NoiseFloor {
  /** τ: the largest of the three below. */
  readonly floor: readonly number[];
  readonly texts: number;
  /** Alone, a second time. */
  readonly repeat: readonly number[];
  /** In batches of mixed lengths. */
  readonly batched: readonly number[];
  /** Right-padded to the longest text of the sample. */
  readonly padded: readonly number[];
  /** What moves the scores by more than a thousandth of their SD; empty when nothing does. */
  readonly cause: string;
}

type Table = readonly (readonly number[])[];

/**
 * Scores the sample (up to 64 texts, two at least for a cause) in four ways. Errors: TARE_SCORE_NOT_FINITE, TARE_INTERRUPTED
 * between two batches, and the scorer's own.
 */
export async function measureNoise(
  scorer: Scorer,
  sample: readonly { readonly key: string; readonly text: Text }[],
  signal?: AbortSignal,
): Promise<NoiseFloor> {
  const texts = sample.map(({ key, text }) => scorer.prepare(key, text));
  const score = async (batches: readonly (readonly Prepared[])[], length = 0): Promise<Table> => {
    const rows: (readonly number[])[] = [];
    for (const batch of batches) {
      if (signal?.aborted)
        throw new TareError("TARE_INTERRUPTED", "interrupted while measuring the noise floor");
      const logits = await (length > 0 ? (scorer.scorePadded ?? scorer.score) : scorer.score)(batch, length);
      requireFinite(scorer, batch, logits);
      rows.push(...logits);
    }
    return rows;
  };
  const one = texts.map((text) => [text]);
  const longest = Math.max(0, ...texts.map((text) => text.tokens));
  // A scorer that takes one text at a time never batches nor pads: its noise in use is that of repetition.
  const single = scorer.tokenBudget === 1;
  const alone = await score(one);
  const distance = async (table: Promise<Table>): Promise<number[]> =>
    largestDifferences(alone, await table, scorer.identity.heads.length);
  const repeat = await distance(score(one));
  const batched = await distance(score(single ? one : mixedBatches(texts, scorer.tokenBudget, longest)));
  const padded = await distance(score(one, single ? 0 : longest));
  return {
    floor: repeat.map((value, head) => Math.max(value, batched[head]!, padded[head]!)),
    texts: texts.length,
    repeat,
    batched,
    padded,
    cause: nameCause(alone, { repeat, batched, padded }),
  };
}

/** In the sample's own order, so that short texts share batches with long ones. */
function mixedBatches(texts: readonly Prepared[], budget: number, longest: number): Prepared[][] {
  const rows = Math.max(2, Math.floor(budget / Math.max(1, longest)));
  const batches: Prepared[][] = [];
  for (let at = 0; at < texts.length; at += rows) batches.push(texts.slice(at, at + rows));
  return batches;
}

function largestDifferences(a: Table, b: Table, heads: number): number[] {
  return Array.from({ length: heads }, (_, head) =>
    a.reduce((most, row, index) => Math.max(most, Math.abs(row[head]! - b[index]![head]!)), 0),
  );
}

/** Shares of the scores' SD: above the first a cause is named; a wrong pad id moves scores by more than the second. */
const NEGLIGIBLE = 1e-3;
const PLAIN = 0.05;

function nameCause(
  alone: Table,
  moved: { repeat: readonly number[]; batched: readonly number[]; padded: readonly number[] },
): string {
  const beyond = (differences: readonly number[], share = NEGLIGIBLE): boolean =>
    differences.some((value, head) => value > share * deviation(alone.map((row) => row[head]!)));
  if (beyond(moved.repeat)) return "the session does not repeat its own scores";
  if (beyond(moved.padded, PLAIN))
    return "right padding moves scores (is the pad id the one of the export? pad = eos?)";
  if (beyond(moved.batched))
    return "a score depends on the other texts of its batch (activations scaled over the batch?)";
  return beyond(moved.padded)
    ? "kernels round otherwise at another input length (4-bit weights do so on some processors)"
    : "";
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
  );
}
