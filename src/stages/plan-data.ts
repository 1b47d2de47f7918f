import { resolve } from "node:path";
import { stopwatch } from "../audit/stopwatch.js";
import type { Scorer } from "../contract.js";
import type { RunOptions } from "../evaluate.js";
import { freezePlan } from "../plan.js";
import { type Budget, nameBudget, parseBudget } from "../planning/budget.js";
import { describePlan, type Pace } from "../planning/describe.js";
import type { PlanView } from "../planning/view.js";
import { openScorer } from "../scorers/open.js";
import { openingOf } from "../scorers/opening.js";
import { chooseReward, nameReward } from "../scoring/reward.js";
import { openStore, type Store, usingStore } from "../store/open.js";
import { findRun } from "../store/runs.js";
import type { Around } from "./around.js";
import { assembleKit, type Kit } from "./assemble.js";
import type { Job } from "./begin.js";
import { cutOf, takeForBudget } from "./cut-data.js";
import { findEarlier } from "./earlier-run.js";
import { gatherExposed } from "./gather-exposed.js";
import { measureSpeed } from "./measure-speed.js";
import { preflight } from "./preflight.js";
import { prepareOracle, requireOracle } from "./prepare-oracle.js";
import { requireFiles } from "./require-files.js";
import type { RunOracle } from "./run-oracle.js";
import { sayDevice } from "./say-device.js";
import { sampleOf, settleBatching, settleTuning } from "./settle.js";
import { surveyData } from "./survey-data.js";

export type PlanOptions = Omit<RunOptions, "cache" | "waivers" | "baseline">;

/**
 * What a run of each model would cost and could decide. Reads the data into the database and builds every pair; scores
 * nothing but the samples on which batching and speed are measured, which a run would measure too. Makes no run.
 */
export async function planData(options: PlanOptions, around: Around): Promise<readonly PlanView[]> {
  const budget = options.budget === undefined ? undefined : parseBudget(options.budget);
  const files = [...options.data, ...(options.pairs ?? [])];
  requireFiles(files, around.cwd);
  const kit = await assembleKit(options, around.cwd);
  if (options.oracle !== undefined) requireOracle(options, kit);
  return usingStore(openStore(resolve(around.cwd, options.database)), async (store) => {
    const { data } = await gatherExposed(store, { ...options, ...kit, files }, around);
    const oracle = await storedPairs(store, options, kit, around);
    const { seed, head, negate } = options;
    const job: Job = { data, kit, seed, head, negate, oracle, began: around.now() };
    const views: PlanView[] = [];
    for (const model of options.models) {
      const scorer = await openScorer(model, kit.kinds, openingOf(options, around));
      views.push(await planModel(store, scorer, job, budget, around));
    }
    return views;
  });
}

/** What an oracle made before; it is not asked. */
async function storedPairs(
  store: Store,
  options: PlanOptions,
  kit: Kit,
  around: Around,
): Promise<RunOracle | undefined> {
  const oracle = await prepareOracle(store, options, kit, around);
  await oracle?.close();
  return oracle?.stored();
}

async function planModel(
  store: Store,
  opened: Scorer,
  job: Job,
  budget: Budget | undefined,
  around: Around,
): Promise<PlanView> {
  let scorer = opened;
  const { rubric, rules, selected } = job.kit;
  try {
    sayDevice(scorer, around.progress);
    preflight(scorer, job, around);
    const sample = sampleOf(store, job.data.items);
    scorer = await settleBatching(store, scorer, sample, around);
    const reward = chooseReward(scorer.identity, job.head, job.negate);
    const began = stopwatch();
    const survey = await surveyData(store, scorer, job, around);
    const buildingSeconds = (stopwatch() - began) / 1000;
    let speed: Pace | undefined;
    if (survey.texts.sample.length > 0) {
      scorer = await settleTuning(store, scorer, sample, undefined, around);
      speed = await measureSpeed(store, scorer, survey.texts.sample, around);
    }
    const { identity, key } = scorer;
    const earlier = findEarlier(store, { rubric: rubric.digest, scorer: key, reward, identity });
    const today = around.now();
    const taken =
      budget && takeForBudget(store, scorer, job, survey, { budget, speed, rubric, earlier, today });
    const cut = taken && cutOf(survey, taken, nameBudget(budget!), job);
    const { data } = cut ?? job;
    const { id } = freezePlan({
      ...{ data: data.digest, seed: job.seed, rubric, scorer, reward, selected },
      ...{ skipBad: job.data.bad !== undefined, budget: cut?.budget?.cut },
      oracle: job.oracle?.planFor(data.items),
    });
    const described = describePlan(survey, { rules, rubric, speed, earlier, today, budget, taken });
    const { oracle } = described;
    const isKnown = oracle === null || oracle.known === oracle.of;
    return {
      ...{ model: identity.name, scorer: key, reward: nameReward(reward, identity.heads) },
      ...{ rubric: { name: rubric.name, digest: rubric.digest }, seed: job.seed, files: job.data.files },
      run: isKnown ? { id, state: findRun(store, id)?.state ?? null } : { id: null, state: null },
      ...described,
      buildingSeconds,
    };
  } finally {
    await scorer.close();
  }
}
