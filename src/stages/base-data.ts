import { resolve } from "node:path";
import type { Scorer, ScorerKind } from "../contract.js";
import { digestOf } from "../keys.js";
import { STANDARD_PLAN } from "../plan.js";
import { loadScorerKinds } from "../registry.js";
import { findScorer, openScorer } from "../scorers/open.js";
import { type Opening, openingOf } from "../scorers/opening.js";
import { inKeyOrder } from "../scoring/text-windows.js";
import { baseTextWindows, countBaseTexts, nameItems } from "../store/base-texts.js";
import { openStore, type Store, usingStore } from "../store/open.js";
import { writeScorer } from "../store/scores.js";
import type { Around } from "./around.js";
import { gatherItems } from "./gather.js";
import { openReading, type ReadingAsked } from "./open-reading.js";
import { requireFiles } from "./require-files.js";
import { sayDevice } from "./say-device.js";
import { sayGathered } from "./say-gathered.js";
import { type Scored, scoreWanted } from "./score.js";
import { sampleOf, settleBatching, settleTuning } from "./settle.js";

export interface BaseDataOptions extends Opening, ReadingAsked {
  readonly data: readonly string[];
  readonly database: string;
  readonly seed: number;
  readonly limit?: number | undefined;
  readonly maxWords?: number | undefined;
}

/** A database that holds the base texts of some data, and what opens a scorer of them. */
export interface BaseData {
  readonly store: Store;
  /** Opens a model, hands it over, and ends it whatever happens. */
  withScorer<T>(model: string, use: (scorer: Scorer) => Promise<T>): Promise<T>;
}

/** Reads the data into the database; every model is looked for first, so that a typo is told at once. */
export async function withBaseData<T>(
  options: BaseDataOptions,
  models: readonly string[],
  around: Around,
  use: (data: BaseData) => Promise<T>,
): Promise<T> {
  const { cwd, progress } = around;
  requireFiles(options.data, cwd);
  const [kinds, reading] = await Promise.all([loadScorerKinds(), openReading(options, cwd)]);
  for (const model of models) findScorer(model, kinds, cwd);
  return usingStore(openStore(resolve(cwd, options.database)), async (store) => {
    const { limit, data: files } = options;
    const gathered = await gatherItems(store, { ...options, ...around, ...reading, files, limit }, progress);
    sayGathered(gathered, progress);
    nameItems(store, gathered.items);
    return use({
      store,
      withScorer: (model, work) => withScorer(store, model, kinds, gathered.items, options, around, work),
    });
  });
}

async function withScorer<T>(
  store: Store,
  model: string,
  kinds: readonly ScorerKind[],
  items: readonly string[],
  options: BaseDataOptions,
  around: Around,
  work: (scorer: Scorer) => Promise<T>,
): Promise<T> {
  let scorer = await openScorer(model, kinds, openingOf(options, around));
  try {
    sayDevice(scorer, around.progress);
    const sample = sampleOf(store, items);
    scorer = await settleBatching(store, scorer, sample, around);
    const { scored, total } = countBaseTexts(store, scorer.key);
    if (scored < total) scorer = await settleTuning(store, scorer, sample, undefined, around);
    return await work(scorer);
  } finally {
    await scorer.close();
  }
}

/** Scores the base texts; a run on the same data and model finds these scores and makes them not again. */
export async function scoreBaseTexts(
  store: Store,
  scorer: Scorer,
  around: Around,
  cache = true,
): Promise<Scored> {
  writeScorer(store, scorer.key, scorer.identity);
  const texts = inKeyOrder(baseTextWindows(store, scorer.key));
  const { total } = countBaseTexts(store, scorer.key);
  const wanted = { texts, total: () => total, cache, windowSize: STANDARD_PLAN.scoringWindow };
  return scoreWanted(store, scorer, wanted, around);
}

/** The base texts on which a scorer's noise is measured: the first by key, as in a run. */
export function noiseTexts(store: Store, scorer: string) {
  const texts = baseTextWindows(store, scorer)("", STANDARD_PLAN.noiseTexts);
  return { texts, digest: digestOf(texts.map(({ key }) => key)) };
}
