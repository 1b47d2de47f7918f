import { sayDuration } from "./duration.js";
import type { BudgetPlan } from "./view.js";

/** What a budget takes and what it leaves out, in words. */
export function sayBudget({
  asked,
  cuts,
  promptsPerClaim,
  takes,
  leavesOut,
  undecidable,
}: BudgetPlan): string[] {
  const name = sayAsked(asked);
  if (!cuts) return [`A budget of ${name} pays for all of the data: nothing is left out.`];
  const time = takes.seconds > 0 ? `, ${sayDuration(takes.seconds)} of scoring` : "";
  return [
    `A budget of ${name} takes ${count(takes.prompts, "prompt")}, at most ${count(promptsPerClaim)} for each claim: ${count(takes.pairs, "pair")}, ${count(takes.texts, "text")} (${count(takes.scored)} scored already)${time}.`,
    `It leaves out ${count(leavesOut.prompts, "prompt")}, ${count(leavesOut.pairs, "pair")}, ${count(leavesOut.texts, "text")}.`,
    undecidable.length === 0
      ? "Every claim that all of the data could decide can still be decided."
      : `No longer decidable: ${undecidable.join(", ")}.`,
  ];
}

/** `1800 seconds` is 30 min. */
function sayAsked(asked: string): string {
  const [amount, unit] = asked.split(" ") as [string, string];
  return unit === "seconds" ? sayDuration(Number(amount)) : count(Number(amount), "text");
}

/** `1,234 pairs`, `1 pair`; a bare figure without a noun. */
export function count(amount: number, noun = ""): string {
  const figure = amount.toLocaleString("en-US");
  return noun === "" ? figure : `${figure} ${noun}${amount === 1 ? "" : "s"}`;
}
