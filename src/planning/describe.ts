import { dropsOf } from "../rubric/drops.js";
import type { Rubric, Rule } from "../rubric/rubric.js";
import { nameSelected } from "../rubric/select.js";
import { type Budget, nameBudget } from "./budget.js";
import { oracleKnown } from "./oracle-known.js";
import { type Earlier, outlookOf, promptsTaken } from "./outlook.js";
import type { OperatorCount, Survey } from "./survey.js";
import { ALL, countTaken, itemsOf, type Taken, takes } from "./take.js";
import type { BudgetPlan, Cost, OperatorPlan, PlanView, PowerView, SpeedView } from "./view.js";

/** How fast the scorer takes texts like those that are still to be scored. */
export interface Pace {
  readonly secondsPerCharacter: number;
  readonly tokensPerCharacter: number;
  readonly textsPerSecond: number;
  /** `run`: an earlier run on this machine; `sample`: an earlier measurement; `now`: measured for this. */
  readonly source: "run" | "sample" | "now";
  /** Texts and seconds of that measurement. */
  readonly texts: number;
  readonly seconds: number;
}

export interface Describing {
  readonly rules: readonly Rule[];
  readonly rubric: Rubric;
  /** Undefined where nothing is to be scored. */
  readonly speed: Pace | undefined;
  readonly earlier: Earlier | undefined;
  readonly today: string;
  readonly budget: Budget | undefined;
  /** What the budget pays for. */
  readonly taken: Taken | undefined;
}

type Described = Pick<
  PlanView,
  "oracle" | "all" | "speed" | "operators" | "earlierRun" | "budget" | "dropsNotCounted"
>;

/** Everything that follows from the counts. */
export function describePlan(survey: Survey, asked: Describing): Described {
  const { rules, speed, earlier, budget, taken } = asked;
  const all = partOf(survey, ALL(survey), asked);
  return {
    all,
    oracle: oracleKnown(survey) ?? null,
    speed: speed === undefined ? NOTHING_TO_SCORE : speedView(speed),
    operators: survey.operators.map((one) => operatorPlan(survey, one, rules)),
    earlierRun: earlier?.run ?? null,
    dropsNotCounted: dropsOf(rules).length,
    budget: budget && taken ? budgetPlan(survey, budget, taken, all, asked) : null,
  };
}

const NOTHING_TO_SCORE: SpeedView = { source: "none", texts: 0, seconds: 0, textsPerSecond: null };

function speedView({ source, texts, seconds, textsPerSecond }: Pace): SpeedView {
  return { source, texts, seconds, textsPerSecond };
}

function partOf(
  survey: Survey,
  taken: Taken,
  { rubric, speed, earlier, today }: Describing,
): Cost & PowerView {
  const { texts, scored, toScore } = countTaken(survey, taken);
  return {
    items: itemsOf(survey, taken).filter(Boolean).length,
    prompts: promptsTaken(survey, taken),
    pairs: survey.operators.reduce((sum, one) => sum + pairsOf(survey, taken, one), 0),
    texts,
    scored,
    tokens: Math.round(toScore * (speed?.tokensPerCharacter ?? 0)),
    seconds: toScore * (speed?.secondsPerCharacter ?? 0),
    ...outlookOf(survey, taken, rubric, earlier, today),
  };
}

function pairsOf(survey: Survey, taken: Taken, { band, items, pairs }: OperatorCount): number {
  const takesItem = takes(survey, taken, band);
  return items.reduce((sum, item, at) => (takesItem(item) ? sum + pairs[at]! : sum), 0);
}

function operatorPlan(survey: Survey, count: OperatorCount, rules: readonly Rule[]): OperatorPlan {
  const { selected, items, pairs, skipped } = count;
  const one = { augmentation: selected.augmentation.name, dose: selected.dose };
  const rule = rules.find((each) => each.selected.some((other) => nameSelected(other) === nameSelected(one)));
  return {
    attribute: rule?.attribute ?? selected.augmentation.attribute,
    augmentation: one.augmentation,
    dose: one.dose ?? null,
    items: items.length,
    prompts: new Set(items.map((item) => survey.items[item]!.prompt)).size,
    pairs: pairs.reduce((sum, n) => sum + n, 0),
    skipped: Object.fromEntries([...skipped].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function budgetPlan(
  survey: Survey,
  budget: Budget,
  taken: Taken,
  all: Cost & PowerView,
  asked: Describing,
): BudgetPlan {
  const part = partOf(survey, taken, asked);
  return {
    asked: nameBudget(budget),
    cuts: taken.core < ALL(survey).core,
    promptsPerClaim: taken.prompts,
    takes: part,
    leavesOut: {
      items: all.items - part.items,
      prompts: all.prompts - part.prompts,
      pairs: all.pairs - part.pairs,
      texts: all.texts - part.texts,
    },
    undecidable: part.claims
      .filter(({ undecidable }, at) => undecidable !== "" && all.claims[at]!.undecidable === "")
      .map(({ claim }) => claim.id),
  };
}
