import { EventEmitter, on } from "node:events";
import type { Progress, Scorer } from "../contract.js";
import type { Selected } from "../pairs/build.js";
import type { Store } from "../store/open.js";
import { countTexts } from "../store/scores.js";
import type { Around } from "./around.js";
import type { Begun } from "./begin.js";
import { pairItems } from "./pair.js";
import { type Scored, scoreParts } from "./score.js";

/**
 * Builds the pairs of a run while the session scores what is there already, so that neither waits for the other: the answers
 * as they stand, then part by part the texts of the pairs. When one of the two fails or is interrupted the other stops too;
 * what both have written stays.
 */
export async function pairAndScore(
  store: Store,
  run: Begun,
  selected: readonly Selected[],
  scorer: Scorer,
  cache: boolean | undefined,
  around: Around,
): Promise<Scored> {
  const stop = new AbortController();
  const signal = AbortSignal.any([around.signal, stop.signal]);
  let failure: unknown;
  const guarded = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (error) {
      // The first failure is the cause; that the other was stopped is its consequence.
      failure ??= error;
      stop.abort();
      return undefined;
    }
  };
  const parts = partsAsBuilt();
  let total = 0;
  const pair = async () => {
    try {
      await pairItems(store, run, selected, scorer.identity.maxLength, { ...around, signal }, parts.put);
      total = countTexts(store, run.id, scorer.key).total;
    } finally {
      parts.end();
    }
  };
  const scoring = { ...around, signal, progress: silentUntil(() => total > 0, around.progress) };
  const [scored] = await Promise.all([
    guarded(scoreParts(store, run, parts.all, () => total, scorer, scoring, cache)),
    guarded(pair()),
  ]);
  if (scored === undefined || failure !== undefined) throw failure;
  return scored;
}

/** The parts of a run's texts in order: the answers at once, the others when their pairs are written. */
function partsAsBuilt() {
  const source = new EventEmitter();
  const built = on(source, "part", { close: ["end"] });
  async function* all(): AsyncGenerator<number> {
    yield 0;
    for await (const [part] of built) yield part as number;
  }
  return {
    all: all(),
    put: (part: number) => void source.emit("part", part),
    end: () => void source.emit("end"),
  };
}

/** One bar at a time: scoring shows once the pairs are built. */
function silentUntil(shown: () => boolean, progress: Progress): Progress {
  return {
    ...progress,
    update: (...told) => {
      if (shown()) progress.update(...told);
    },
  };
}
