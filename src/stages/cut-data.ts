import type { Scorer } from "../contract.js";
import { canonicalJson, digestOf } from "../keys.js";
import { freezePlan, nameOperator, type Plan } from "../plan.js";
import { type Budget, nameBudget } from "../planning/budget.js";
import type { Cut } from "../planning/cut.js";
import { describePlan } from "../planning/describe.js";
import { type Fitting, fitBudget } from "../planning/fit.js";
import { sayBudget } from "../planning/say-budget.js";
import type { Survey } from "../planning/survey.js";
import { ALL, itemsOf, type Taken } from "../planning/take.js";
import { chooseReward } from "../scoring/reward.js";
import type { Store } from "../store/open.js";
import { findBudgeted, readRunItems } from "../store/runs.js";
import type { Around } from "./around.js";
import type { Job } from "./begin.js";
import { findEarlier } from "./earlier-run.js";
import type { Gathered } from "./gather.js";
import { measureSpeed } from "./measure-speed.js";
import { sampleOf, settleTuning } from "./settle.js";
import { surveyData } from "./survey-data.js";

export interface CutJob {
  readonly job: Job;
  /** The scorer to go on with, which is the one to close. */
  readonly scorer: Scorer;
}

/**
 * Leaves of the data what a budget pays for; a run that the same command began before goes on with its own. Says what was
 * left out. Throws TARE_BUDGET_TOO_SMALL.
 */
export async function cutToBudget(
  store: Store,
  opened: Scorer,
  job: Job & { readonly cache?: boolean | undefined },
  budget: Budget,
  around: Around,
): Promise<CutJob> {
  const known = findCut(store, opened, job, budget);
  if (known !== undefined) return { job: known, scorer: opened };
  const survey = await surveyData(store, opened, job, around);
  const scorer = await tunedFor(store, opened, job, budget, survey, around);
  try {
    const { sample } = survey.texts;
    const timed = budget.unit === "seconds" && sample.length > 0;
    const speed = timed ? await measureSpeed(store, scorer, sample, around) : undefined;
    const { rubric, rules } = job.kit;
    const { key, identity } = scorer;
    const reward = chooseReward(identity, job.head, job.negate);
    const earlier = findEarlier(store, { rubric: rubric.digest, scorer: key, reward, identity });
    const today = around.now();
    const taken = fitBudget(survey, { budget, speed, rubric, earlier, today });
    const described = describePlan(survey, { rules, rubric, speed, earlier, today, budget, taken });
    for (const line of sayBudget(described.budget!)) around.progress.say(line);
    return { job: cutOf(survey, taken, nameBudget(budget), job) ?? job, scorer };
  } catch (error) {
    // The caller knows and closes the one that it gave.
    if (scorer !== opened) await scorer.close();
    throw error;
  }
}

/** Time is measured with the batches and threads that the run will have. */
async function tunedFor(
  store: Store,
  scorer: Scorer,
  job: Job,
  { unit }: Budget,
  survey: Survey,
  around: Around,
): Promise<Scorer> {
  if (unit === "texts" || survey.texts.sample.length === 0) return scorer;
  return settleTuning(store, scorer, sampleOf(store, job.data.items), undefined, around);
}

/** What a budget takes of surveyed data: what the same command cut before, else as much as it pays for. */
export function takeForBudget(
  store: Store,
  scorer: Scorer,
  job: Job,
  survey: Survey,
  fitting: Fitting,
): Taken {
  const cut = findCut(store, scorer, job, fitting.budget)?.budget?.cut;
  return cut === undefined ? fitBudget(survey, fitting) : takenBy(survey, cut);
}

/** The same as it is frozen in a plan. */
function takenBy(survey: Survey, cut: Cut): Taken {
  return {
    prompts: survey.prompts.filter(({ rank }) => rank <= cut.core).length,
    core: cut.core,
    bands: survey.bands.map(({ operators }) =>
      Math.max(cut.core, ...[...operators].map((name) => cut.upTo[name] ?? 0)),
    ),
  };
}

/** The job on what is taken; undefined where that is everything. */
export function cutOf(survey: Survey, taken: Taken, asked: string, job: Job): Job | undefined {
  const included = itemsOf(survey, taken);
  const whole = ALL(survey);
  if (taken.core === whole.core) return undefined;
  const items = survey.items.filter((_, item) => included[item]).map(({ id }) => id);
  const further = survey.bands.flatMap(({ operators }, band) =>
    taken.bands[band]! > taken.core ? [...operators].map((name) => [name, taken.bands[band]!] as const) : [],
  );
  const selected = new Set(job.kit.selected.map(nameOperator));
  const cut: Cut = {
    ...{ asked, from: job.data.digest, core: taken.core, applied: survey.applied },
    of: { items: survey.items.length, prompts: survey.prompts.length },
    upTo: Object.fromEntries(further.filter(([name]) => selected.has(name))),
  };
  return onItems(job, items, cut);
}

function onItems(job: Job, items: readonly string[], cut: Cut): Job {
  const data: Gathered = { ...job.data, items, digest: digestOf(items) };
  return { ...job, data, budget: { cut, of: job.data } };
}

/** What the same command cut before: a time buys another number of texts whenever some are scored. */
function findCut(store: Store, scorer: Scorer, job: Job, budget: Budget): Job | undefined {
  const { rubric, selected } = job.kit;
  const { plan } = freezePlan({
    ...{ data: "", seed: job.seed, rubric, scorer, selected, skipBad: job.data.bad !== undefined },
    reward: chooseReward(scorer.identity, job.head, job.negate),
  });
  const asked = { rubric: rubric.digest, scorer: scorer.key, asked: nameBudget(budget) };
  for (const { id, plan: json } of findBudgeted(store, { ...asked, from: job.data.digest })) {
    const { budget: cut, ...rest } = JSON.parse(json) as Plan & { readonly budget: Cut };
    const items = readRunItems(store, id);
    // Where the oracle has more to say of its items by now, more may be taken.
    const mine = { ...plan, oracle: job.oracle?.planFor(items) };
    if (canonicalJson({ ...rest, data: "" }) === canonicalJson(mine)) return onItems(job, items, cut);
  }
  return undefined;
}
