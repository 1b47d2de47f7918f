import type { Prepared, Progress, Scorer } from "../contract.js";
import { TareError } from "../errors.js";
import { makeBatches } from "./batches.js";
import { requireFinite } from "./finite.js";
import { openPipeline } from "./pipeline.js";
import { preparedWindows } from "./prepared-windows.js";
import { openTally, type ScoringTally } from "./tally.js";
import type { NextTexts } from "./text-windows.js";

export type { TextRow } from "./prepared-windows.js";

export interface ScoreRow {
  /** Key of the text. */
  readonly text: string;
  readonly tokens: number;
  readonly truncated: boolean;
  readonly logits: readonly number[];
}

/** Where texts come from and scores go. */
export interface ScoringSink {
  /** Begins to read the texts. */
  read(): NextTexts;
  /** One transaction: a batch is written whole or not at all. */
  write(batch: readonly ScoreRow[]): void;
}

export interface ScoringOptions {
  /** Texts in all, 0 while that is not known. */
  readonly total: () => number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Texts that are sorted by length together. */
  readonly windowSize?: number;
}

const WINDOW = 512;

/**
 * Scores every text of the run that is not scored yet, and writes batch by batch in order. Errors: TARE_SCORE_NOT_FINITE,
 * TARE_INTERRUPTED, the scorer's own; all of them after the batches that were finished before have been written.
 */
export async function scoreTexts(
  scorer: Scorer,
  sink: ScoringSink,
  options: ScoringOptions,
): Promise<ScoringTally> {
  const tally = openTally(scorer, options);
  const write = (batch: readonly Prepared[], logits: readonly (readonly number[])[]): void => {
    requireFinite(scorer, batch, logits);
    sink.write(batch.map((text, row) => toScoreRow(text, logits[row]!)));
    tally.add(batch);
  };
  const pipeline = openPipeline(scorer, write, options.signal);
  const windows = preparedWindows(scorer, sink.read(), options.windowSize ?? WINDOW, options.signal);
  let lacking: unknown;
  try {
    for await (const window of windows) {
      // A scorer that lacks a text is only asked which of the others it lacks as well.
      if (lacking !== undefined) continue;
      tally.know(window.filter(({ prepared }) => prepared === undefined).length);
      for (const batch of makeBatches(window, scorer.tokenBudget)) {
        const missing = batch.flatMap(({ prepared }) => (prepared === undefined ? [] : [prepared]));
        if (missing.length > 0)
          await pipeline.send(missing).catch((error: unknown) => {
            if (scorer.shortfall === undefined) throw error;
            lacking = error;
          });
        if (lacking !== undefined || options.signal.aborted) break;
      }
      if (options.signal.aborted) break;
    }
  } finally {
    await pipeline.drain().catch((error: unknown) => {
      throw counted(error, scorer);
    });
  }
  if (lacking !== undefined) throw counted(lacking, scorer);
  if (options.signal.aborted)
    throw new TareError("TARE_INTERRUPTED", `interrupted after ${tally.read().scored} new scores`);
  return tally.read();
}

/** A missing score with how many are missing: mending a file text by text is a chore. */
function counted(error: unknown, scorer: Scorer): unknown {
  const short = scorer.shortfall?.();
  if (short === undefined || !(error instanceof TareError) || error.code !== "TARE_SCORE_MISSING")
    return error;
  const { code, message, where, fix } = error;
  const what = `${short.missing} of the ${short.of} texts asked for have no score; the first: ${message}`;
  return new TareError(code, what, { where, fix, cause: error });
}

export function toScoreRow(text: Prepared, logits: readonly number[]): ScoreRow {
  return { text: text.key, tokens: text.tokens, truncated: text.truncated, logits };
}
