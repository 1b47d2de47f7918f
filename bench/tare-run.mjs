/** The stages of `tare run`, called one by one as src/evaluate.ts does, so that each can be timed alone. */
import { openScorer } from "../dist/src/scorers/open.js";
import { analyzeRun } from "../dist/src/stages/analyze.js";
import { assembleKit } from "../dist/src/stages/assemble.js";
import { beginRun } from "../dist/src/stages/begin.js";
import { gatherItems } from "../dist/src/stages/gather.js";
import { pairItems } from "../dist/src/stages/pair.js";
import { ensureNoise, scoreRun } from "../dist/src/stages/score.js";
import { sampleOf, settleBatching, settleRun } from "../dist/src/stages/settle.js";
import { openStore, usingStore } from "../dist/src/store/open.js";
import { countTexts, lastPart, textWindows } from "../dist/src/store/scores.js";

const AROUND = {
  cwd: process.cwd(),
  progress: { update: () => {}, say: () => {}, end: () => {} },
  signal: new AbortController().signal,
  now: () => new Date().toISOString(),
  stdin: undefined,
};

async function timed(action) {
  const begun = performance.now();
  const value = await action();
  return { value, milliseconds: performance.now() - begun };
}

async function withRun({ data, model, device = "cpu", rubric, seed, augmentations = [] }, database, action) {
  const kit = await assembleKit({ rubric, models: [model], augmentations }, AROUND.cwd);
  return usingStore(openStore(database), async (store) => {
    const options = { limit: undefined, seed, ...kit, ...AROUND, files: data };
    const gathered = await gatherItems(store, options, AROUND.progress);
    const opened = await timed(() => openScorer(model, kit.kinds, { cwd: AROUND.cwd, device }));
    let scorer = opened.value;
    try {
      const sample = sampleOf(store, gathered.items);
      const batching = await timed(() => settleBatching(store, scorer, sample, AROUND));
      scorer = batching.value;
      const job = { data: gathered, kit, seed, head: undefined, began: AROUND.now() };
      const run = beginRun(store, scorer, job, AROUND);
      const pairs = await timed(async () => {
        if (run.state === "pairing")
          await pairItems(store, run, kit.selected, scorer.identity.maxLength, AROUND);
      });
      const tuning = await timed(() => settleRun(store, run, scorer, sample, true, AROUND));
      scorer = tuning.value;
      const beside = {
        loading: opened.milliseconds,
        noise: batching.milliseconds,
        pairing: pairs.milliseconds,
        tuning: tuning.milliseconds,
      };
      return await action({ store, kit, scorer, run, beside });
    } finally {
      await scorer.close();
    }
  });
}

/**
 * Everything before the scoring, into `database`: what is measured there (noise floor, tuning) is frozen with the run, and
 * every round finds it. Every text is prepared as the scorer would: the bare session's input.
 */
export function buildRun(job, database) {
  return withRun(job, database, async ({ store, kit, scorer, run, beside }) => {
    const noise = await timed(() => ensureNoise(store, run, scorer, AROUND));
    const { total } = countTexts(store, run.id, scorer.key);
    const parts = Array.from({ length: lastPart(store, run.id) + 1 }, (_, part) => part);
    const texts = parts.flatMap((part) => textWindows(store, run.id, part, scorer.key)("", total));
    const { dtype, name } = scorer.identity;
    return {
      operators: new Set(kit.selected.map(({ augmentation }) => augmentation.name)).size,
      asked: textsAskedFor(store, run.id),
      beside: { ...beside, noise: beside.noise + noise.milliseconds },
      items: run.items,
      model: `${name} ${dtype}`,
      budget: scorer.tokenBudget,
      threads: scorer.threads,
      prepared: texts.map(({ key, text }) => scorer.prepare(key, text)),
    };
  });
}

/** What would be scored if every pair had its two texts scored, and every answer of the ranking its own. */
function textsAskedFor({ db }, run) {
  const pairs = db.prepare("SELECT count(*) FROM run_pairs WHERE run = ?").pluck().get(run);
  const answers = db
    .prepare("SELECT count(*) FROM run_items i JOIN responses r ON r.item = i.item WHERE i.run = ?")
    .pluck()
    .get(run);
  return 2 * pairs + answers;
}

/** Scores a run that `buildRun` began, then finishes it. Milliseconds. */
export function scoreRound(job, database) {
  return withRun(job, database, async ({ store, kit, scorer, run, beside }) => {
    const scoring = await timed(() => scoreRun(store, run, scorer, AROUND));
    const statistics = await timed(() => analyzeRun(store, run, kit.rubric, kit.rules, AROUND));
    const { scored, sessionMs, tokens, padded } = scoring.value.tally;
    return {
      texts: scored,
      wall: scoring.milliseconds,
      session: sessionMs,
      padding: padded / (tokens + padded),
      loading: beside.loading,
      statistics: statistics.milliseconds,
    };
  });
}
