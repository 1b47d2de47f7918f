import type { Scorer, Text } from "../contract.js";
import type { Pace } from "../planning/describe.js";
import { sizeOf } from "../planning/texts.js";
import { makeBatches } from "../scoring/batches.js";
import type { ScoringTally } from "../scoring/tally.js";
import { computedFor, timeBatches } from "../scoring/time-batches.js";
import type { Store } from "../store/open.js";
import { writeScorer } from "../store/scores.js";
import { readThroughput, type Throughput, writeThroughput } from "../store/throughputs.js";
import type { Around } from "./around.js";

/** A measurement, in milliseconds. */
const TIME = 3000;

/** Fewer texts than this say nothing of a run. */
const FEWEST = 64;

/**
 * The speed at which a scorer, set as it is, takes texts like these: as an earlier run or measurement on this machine had
 * it, else by scoring some of them for three seconds. Their tokens are counted either way. The scores are thrown away.
 */
export async function measureSpeed(
  store: Store,
  scorer: Scorer,
  sample: readonly { readonly key: string; readonly text: Text }[],
  { progress, signal }: Around,
): Promise<Pace> {
  const prepared = sample.map(({ key, text }) => scorer.prepare(key, text));
  const characters = sample.reduce((sum, { text }) => sum + sizeOf(text), 0);
  const all = computedFor(scorer, makeBatches(prepared, scorer.tokenBudget));
  const setting = settingOf(scorer);
  const known = setting === undefined ? undefined : readThroughput(store, setting);
  const measured = known ?? (await measure());
  const { texts, milliseconds } = measured;
  const secondsPerToken = milliseconds / 1000 / Math.max(1, measured.tokens + measured.padded);
  const seconds = secondsPerToken * (all.tokens + all.padded);
  return {
    secondsPerCharacter: seconds / Math.max(1, characters),
    tokensPerCharacter: all.tokens / Math.max(1, characters),
    textsPerSecond: sample.length / Math.max(seconds, 1e-9),
    source: known?.source ?? "now",
    ...{ texts, seconds: milliseconds / 1000 },
  };

  async function measure(): Promise<Throughput> {
    progress.update("measuring speed", 0, sample.length, "texts, three seconds at most");
    const { tally } = await timeBatches(scorer, prepared, TIME, signal);
    const throughput = throughputOf(tally, "sample");
    if (setting !== undefined) {
      writeScorer(store, scorer.key, scorer.identity);
      writeThroughput(store, setting, throughput);
    }
    return throughput;
  }
}

/** Keeps how fast a run was scored, for the plans that follow. */
export function keepSpeed(store: Store, scorer: Scorer, tally: ScoringTally): void {
  const setting = settingOf(scorer);
  if (setting !== undefined && tally.scored >= FEWEST)
    writeThroughput(store, setting, throughputOf(tally, "run"));
}

/** Undefined where a scorer does not say on what machine it runs. */
function settingOf({ key, tokenBudget, threads = 0, tunable }: Scorer) {
  return tunable && { scorer: key, machine: tunable.machine, tokenBudget, threads };
}

function throughputOf(
  { scored, tokens, padded, wallMs }: ScoringTally,
  source: Throughput["source"],
): Throughput {
  return { source, texts: scored, tokens, padded, milliseconds: wallMs };
}
