import type { Scorer, Text } from "../contract.js";
import { digestOf } from "../keys.js";
import type { Plan } from "../plan.js";
import { measureNoise } from "../scoring/noise.js";
import type { Reward } from "../scoring/reward.js";
import { type ScoringSink, scoreTexts, type TextRow } from "../scoring/score-texts.js";
import type { ScoringTally } from "../scoring/tally.js";
import { inTurn, type NextTexts } from "../scoring/text-windows.js";
import { type NoiseRow, readNoise, writeNoise } from "../store/noise.js";
import type { Store } from "../store/open.js";
import { openRecheck, type Recheck } from "../store/recheck.js";
import { recordEvent, setState } from "../store/runs.js";
import { baseTextSample, countTexts, lastPart, scoreWriter, textWindows } from "../store/scores.js";
import type { Around } from "./around.js";

export interface Scored {
  readonly tally: ScoringTally;
  /** Where stored scores were made again. */
  readonly recheck: Recheck | undefined;
}

/** Texts that a scorer is asked for. */
export interface Wanted {
  readonly texts: NextTexts;
  readonly total: () => number;
  /** False: score them all again, and compare with what is stored. */
  readonly cache: boolean;
  readonly windowSize: number;
}

/** Scores the texts that this scorer has not scored yet; each batch is written whole as it comes. */
export async function scoreWanted(
  store: Store,
  scorer: Scorer,
  { texts, total, cache, windowSize }: Wanted,
  { progress, signal }: Around,
): Promise<Scored> {
  const write = scoreWriter(store, scorer.key);
  const recheck = cache ? undefined : openRecheck(store, scorer.key);
  const sink: ScoringSink = {
    read: () => (cache ? texts : async (size) => (await texts(size)).map(unscored)),
    write: (rows) => {
      recheck?.compare(rows);
      write(rows);
    },
  };
  const options = { total, progress, signal, windowSize };
  return { tally: await scoreTexts(scorer, sink, options), recheck: recheck?.read() };
}

function unscored(row: TextRow): TextRow {
  return { ...row, tokens: undefined };
}

/** Scores the parts of a run's texts as they come. `total`: the texts of all parts, 0 while that is not known. */
export function scoreParts(
  store: Store,
  run: { readonly id: string; readonly plan: Plan },
  parts: AsyncIterable<number> | Iterable<number>,
  total: () => number,
  scorer: Scorer,
  around: Around,
  cache = true,
): Promise<Scored> {
  const texts = inTurn(parts, (part) => textWindows(store, run.id, part, scorer.key));
  return scoreWanted(store, scorer, { texts, total, cache, windowSize: run.plan.scoringWindow }, around);
}

/** Scores the texts of a run whose pairs are built. */
export function scoreRun(
  store: Store,
  run: { readonly id: string; readonly plan: Plan },
  scorer: Scorer,
  around: Around,
  cache = true,
): Promise<Scored> {
  const parts = Array.from({ length: lastPart(store, run.id) + 1 }, (_, part) => part);
  const { total } = countTexts(store, run.id, scorer.key);
  return scoreParts(store, run, parts, () => total, scorer, around, cache);
}

/** Marks a run as scored. */
export function endScoring(
  store: Store,
  run: { readonly id: string },
  { tally }: Scored,
  around: Around,
): void {
  setState(store, run.id, "analyzing");
  recordEvent(store, run.id, around.now(), "scored", `${tally.scored} texts`);
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
