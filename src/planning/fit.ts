import { TareError } from "../errors.js";
import type { Rubric } from "../rubric/rubric.js";
import type { Budget } from "./budget.js";
import type { Pace } from "./describe.js";
import { sayDuration } from "./duration.js";
import { type Earlier, outlookOf } from "./outlook.js";
import type { Survey } from "./survey.js";
import { ALL, countTaken, mostPrompts, type Taken, takeUpTo } from "./take.js";

/** What decides how far a budget goes. */
export interface Fitting {
  readonly budget: Budget;
  /** Undefined where nothing is to be scored, or the budget is in texts. */
  readonly speed: Pick<Pace, "secondsPerCharacter"> | undefined;
  readonly rubric: Rubric;
  readonly earlier?: Earlier | undefined;
  readonly today: string;
}

/**
 * As many prompts for each claim as the budget pays; all of the data where it pays for them. Throws TARE_BUDGET_TOO_SMALL
 * where no claim could be judged on so few, though on all of the data some could.
 */
export function fitBudget(survey: Survey, fitting: Fitting): Taken {
  const { budget, rubric, earlier, today } = fitting;
  const all = ALL(survey);
  if (costOf(survey, all, fitting) <= budget.amount) return all;
  const take = takeUpTo(survey);
  const paid = mostPrompts(survey.prompts.length, budget.amount, (prompts) =>
    costOf(survey, take(prompts), fitting),
  );
  const decides = (taken: Taken) =>
    outlookOf(survey, taken, rubric, earlier, today).claims.some(({ undecidable }) => undecidable === "");
  if (paid > 0 && (decides(take(paid)) || !decides(all))) return take(paid);
  const [most, needed] = [paid, fewestPrompts(survey.prompts.length, (prompts) => decides(take(prompts)))];
  const cost = costOf(survey, needed === undefined ? take(1) : take(needed), fitting);
  const price = budget.unit === "texts" ? `${cost.toLocaleString("en-US")} texts` : sayDuration(cost);
  const first =
    needed === undefined
      ? "one prompt costs"
      : `${needed} prompts, from which on a claim can be judged, cost`;
  throw new TareError("TARE_BUDGET_TOO_SMALL", `it pays for ${most} prompts; ${first} about ${price}`, {
    where: "--budget",
  });
}

/** In the budget's unit. */
function costOf(survey: Survey, taken: Taken, { budget, speed }: Fitting): number {
  const { texts, toScore } = countTaken(survey, taken);
  return budget.unit === "texts" ? texts : toScore * (speed?.secondsPerCharacter ?? 0);
}

function fewestPrompts(most: number, enough: (prompts: number) => boolean): number | undefined {
  if (!enough(most)) return undefined;
  return 1 + mostPrompts(most, 0, (prompts) => (enough(prompts) ? 1 : 0));
}
