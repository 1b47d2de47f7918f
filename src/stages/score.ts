import type { Scorer, Text } from "../contract.js";
import { digestOf } from "../keys.js";
import type { Plan } from "../plan.js";
import { measureNoise } from "../scoring/noise.js";
import type { Reward } from "../scoring/reward.js";
import { type ScoreRow, scoreTexts } from "../scoring/score-texts.js";
import type { ScoringTally } from "../scoring/tally.js";
import { type NoiseRow, readNoise, writeNoise } from "../store/noise.js";
import type { Store } from "../store/open.js";
import { openRecheck, type Recheck } from "../store/recheck.js";
import { recordEvent, setState } from "../store/runs.js";
import {
  baseTextSample,
  countTexts,
  scoreWriter,
  type TextCounts,
  type TextWindows,
  textWindows,
} from "../store/scores.js";
import type { Around } from "./around.js";

export interface Scored {
  readonly tally: ScoringTally;
  /** Where stored scores were made again. */
  readonly recheck: Recheck | undefined;
}

/** Texts that a scorer is asked for, and how many of them it has scored already. */
export interface Wanted {
  readonly windows: TextWindows;
  readonly counts: TextCounts;
  /** False: score them all again, and compare with what is stored. */
  readonly cache: boolean;
  readonly windowSize: number;
}

/** Scores the texts that this scorer has not scored yet; each batch is written whole as it comes. */
export async function scoreWanted(
  store: Store,
  scorer: Scorer,
  { windows, counts, cache, windowSize }: Wanted,
  around: Around,
): Promise<Scored> {
  const write = scoreWriter(store, scorer.key);
  const recheck = cache ? undefined : openRecheck(store, scorer.key);
  const sink = {
    window: (after: string, size: number) =>
      cache ? windows(after, size) : windows(after, size).map((row) => ({ ...row, tokens: undefined })),
    write: (rows: readonly ScoreRow[]) => {
      recheck?.compare(rows);
      write(rows);
    },
  };
  const { progress, signal } = around;
  const done = cache ? counts.scored : 0;
  const tally = await scoreTexts(scorer, sink, { total: counts.total, done, progress, signal, windowSize });
  return { tally, recheck: recheck?.read() };
}

/** Scores the texts of a run. */
export async function scoreRun(
  store: Store,
  run: { readonly id: string; readonly plan: Plan },
  scorer: Scorer,
  around: Around,
  cache = true,
): Promise<Scored> {
  const windows = textWindows(store, run.id, scorer.key);
  const counts = countTexts(store, run.id, scorer.key);
  const wanted = { windows, counts, cache, windowSize: run.plan.scoringWindow };
  const result = await scoreWanted(store, scorer, wanted, around);
  setState(store, run.id, "analyzing");
  recordEvent(store, run.id, around.now(), "scored", `${result.tally.scored} texts`);
  return result;
}

/** Digest of the texts on which a run measures its scorer's noise floor. */
export function noiseSample(store: Store, run: { readonly id: string; readonly plan: Plan }) {
  const texts = baseTextSample(store, run.id, run.plan.noiseTexts);
  return { texts, digest: digestOf(texts.map(({ key }) => key)) };
}

/** The noise floor on the run's own texts (§6), measured once for a scorer and sample. */
export async function ensureNoise(
  store: Store,
  run: { readonly id: string; readonly plan: Plan },
  scorer: Scorer,
  around: Around,
): Promise<void> {
  await ensureNoiseOn(store, noiseSample(store, run), run.plan.reward, scorer, around);
}

/** The same on any texts; returns the floor of the reward. */
export async function ensureNoiseOn(
  store: Store,
  sample: {
    readonly texts: readonly { readonly key: string; readonly text: Text }[];
    readonly digest: string;
  },
  reward: Reward,
  scorer: Scorer,
  around: Around,
): Promise<NoiseRow> {
  const { texts, digest } = sample;
  const known = readNoise(store, scorer.key, digest, reward);
  if (known !== undefined) return known;
  around.progress.update("measuring noise", 0, texts.length, "texts, four ways each");
  writeNoise(store, scorer.key, digest, await measureNoise(scorer, texts, around.signal));
  return readNoise(store, scorer.key, digest, reward)!;
}
