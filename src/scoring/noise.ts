import type { Prepared, Scorer, Text } from "../contract.js";
import { TareError } from "../errors.js";
import { requireFinite } from "./finite.js";
import { nameCause } from "./noise-cause.js";
import { type ScoreRow, toScoreRow } from "./score-texts.js";

/** How far a scorer's own score of the same text moves; statistics.md §6. One number a head. */
export interface NoiseFloor {
  /** τ: the largest of the three below. */
  readonly floor: readonly number[];
  readonly texts: number;
  /** Alone, a second time. */
  readonly repeat: readonly number[];
  /** In batches of mixed lengths. */
  readonly batched: readonly number[];
  /** Right-padded. */
  readonly padded: readonly number[];
  /** What moves the scores by more than a thousandth of their SD; empty when nothing does. */
  readonly cause: string;
  /** The scores of the texts alone, from which the others differ. */
  readonly alone: readonly ScoreRow[];
}

type Table = readonly (readonly number[])[];

/**
 * Scores the sample (up to 64 texts, two at least for a cause) in four ways: alone, again, in batches, padded. A scorer that
 * takes one text at a time never batches nor pads: its noise in use is that of repetition, and two ways tell all.
 * Errors: TARE_SCORE_NOT_FINITE, TARE_INTERRUPTED between two batches, and the scorer's own.
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
  const alone = await score(one);
  const distance = async (table: Promise<Table>): Promise<number[]> =>
    largestDifferences(alone, await table, scorer.identity.heads.length);
  const repeat = await distance(score(one));
  const rows = texts.map((text, index) => toScoreRow(text, alone[index]!));
  if (scorer.tokenBudget === 1) return onlyRepeated(alone, rows, repeat);
  const longest = Math.max(0, ...texts.map((text) => text.tokens));
  const batched = await distance(score(mixedBatches(texts, scorer.tokenBudget, longest)));
  const padded = await distance(score(one, paddedLength(texts, longest)));
  return {
    floor: repeat.map((value, head) => Math.max(value, batched[head]!, padded[head]!)),
    texts: texts.length,
    repeat,
    batched,
    padded,
    cause: nameCause(alone, { repeat, batched, padded }),
    alone: rows,
  };
}

function onlyRepeated(scores: Table, rows: readonly ScoreRow[], repeat: readonly number[]): NoiseFloor {
  const moved = { repeat, batched: repeat, padded: repeat };
  return { floor: repeat, texts: rows.length, ...moved, cause: nameCause(scores, moved), alone: rows };
}

/** The same measurement for the scorer that takes the texts one by one: nothing has to be scored again. */
export function noiseAlone({ alone, repeat }: NoiseFloor): NoiseFloor {
  return onlyRepeated(
    alone.map(({ logits }) => logits),
    alone,
    repeat,
  );
}

/** In the sample's own order, so that short texts share batches with long ones. */
function mixedBatches(texts: readonly Prepared[], budget: number, longest: number): Prepared[][] {
  const rows = Math.max(2, Math.floor(budget / Math.max(1, longest)));
  const batches: Prepared[][] = [];
  for (let at = 0; at < texts.length; at += rows) batches.push(texts.slice(at, at + rows));
  return batches;
}

/** To the longest text, but no further than twice the mean: one long text would make this way cost more than all others. */
function paddedLength(texts: readonly Prepared[], longest: number): number {
  const mean = texts.reduce((sum, text) => sum + text.tokens, 0) / Math.max(1, texts.length);
  return Math.min(longest, Math.ceil(2 * mean));
}

function largestDifferences(a: Table, b: Table, heads: number): number[] {
  return Array.from({ length: heads }, (_, head) =>
    a.reduce((most, row, index) => Math.max(most, Math.abs(row[head]! - b[index]![head]!)), 0),
  );
}
