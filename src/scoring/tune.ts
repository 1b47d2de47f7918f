import type { Prepared, Scorer, Tuning } from "../contract.js";
import { makeBatches } from "./batches.js";

/** A setting that was tried, with the bare session's texts per second. */
export interface Tried extends Tuning {
  readonly textsPerSecond: number;
}

export interface TunedScorer {
  /** The scorer with the best setting: the one that was given, or another in its place. */
  readonly scorer: Scorer;
  /** The standard first; empty where the model is too slow to be tuned within the time. */
  readonly tried: readonly Tried[];
}

/** All of the sweep, in milliseconds of the session. */
const TIME = 2000;
const ROUNDS = 3;
/** Fewer texts than this say nothing. */
const FEWEST = 16;
/** Another setting must be faster by a tenth, and in every round: two sweeps on one machine should agree. */
const WINS = 0.9;

/**
 * Tries the settings that a scorer leaves free on some texts, in rounds that take turns, for at most about two seconds, and
 * keeps the standard unless another is plainly faster. Reads no clock but the session's own. Errors: the scorer's own
 * where the standard fails; another setting that fails (a card without the memory) has lost.
 */
export async function tuneScorer(scorer: Scorer, texts: readonly Prepared[]): Promise<TunedScorer> {
  const { budgets, threads } = scorer.tunable ?? { budgets: [], threads: [] };
  const candidates = Math.max(1, budgets.length) + Math.max(1, threads.length) - 1;
  const most = await affordable(scorer, texts, candidates);
  if (candidates === 1 || most < FEWEST) return { scorer, tried: [] };
  const sample = texts.slice(0, most);
  const retuned = scorer.tuned!;

  const byBudget = await Promise.all(
    budgets.map((tokenBudget) => retuned({ tokenBudget, threads: scorer.threads ?? 0 })),
  );
  const first = await race(byBudget, sample);
  const tried = first.tried;
  let best = first.best;
  for (const count of threads.filter((one) => one !== scorer.threads)) {
    const other = await retuned({ tokenBudget: best.tokenBudget, threads: count });
    const second = await race([best, other], sample);
    await (second.best === other ? best : other).close();
    best = second.best;
    tried.push(second.tried[1]!);
  }
  return { scorer: best, tried };
}

/** How many of the texts may be scored a round; warms the session up. */
async function affordable(scorer: Scorer, texts: readonly Prepared[], candidates: number): Promise<number> {
  const few = texts.slice(0, FEWEST / 2);
  if (few.length === 0 || candidates === 1) return 0;
  const milliseconds = await timePass(scorer, few);
  return Math.min(texts.length, Math.floor((TIME * few.length) / (milliseconds * candidates * ROUNDS)));
}

/** The first of the scorers, unless another beats it; rounds take turns, so that all share the machine's moods. */
async function race(
  scorers: readonly Scorer[],
  sample: readonly Prepared[],
): Promise<{ readonly best: Scorer; readonly tried: Tried[] }> {
  const times = scorers.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, scorer] of scorers.entries())
      times[at]!.push(at === 0 ? await timePass(scorer, sample) : await timeOrNever(scorer, sample));
  const sums = times.map((rounds) => rounds.reduce((sum, time) => sum + time, 0));
  let best = 0;
  for (let at = 1; at < scorers.length; at++) {
    const everyRound = times[at]!.every((time, round) => time < times[0]![round]!);
    if (everyRound && sums[at]! < WINS * sums[0]! && sums[at]! < sums[best]!) best = at;
  }
  const tried = scorers.map(({ tokenBudget, threads = 0 }, at) => ({
    tokenBudget,
    threads,
    textsPerSecond: (1000 * ROUNDS * sample.length) / sums[at]!,
  }));
  return { best: scorers[best]!, tried };
}

async function timePass(scorer: Scorer, texts: readonly Prepared[]): Promise<number> {
  const before = scorer.sessionMilliseconds();
  for (const batch of makeBatches(texts, scorer.tokenBudget)) await scorer.score(batch);
  return scorer.sessionMilliseconds() - before;
}

function timeOrNever(scorer: Scorer, texts: readonly Prepared[]): Promise<number> {
  return timePass(scorer, texts).catch(() => Number.POSITIVE_INFINITY);
}
