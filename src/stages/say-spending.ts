import type { AskingTally } from "../oracle/ask/tally.js";
import type { Around } from "./around.js";

/** What a command spent on its oracle; nothing where nothing was asked. */
export function saySpending(
  { calls, promptTokens, completionTokens, cost, estimated }: Omit<AskingTally, "steps" | "stopped">,
  { progress }: Pick<Around, "progress">,
): void {
  if (calls === 0) return;
  const tokens = `${told(promptTokens)} tokens of question and ${told(completionTokens)} of answer`;
  const guessed =
    estimated === 0
      ? ""
      : ` (of ${told(estimated)} answer${estimated === 1 ? "" : "s"} nobody counted them: four characters are taken for one)`;
  const price = cost === 0 ? "" : `, which cost ${Number(cost.toPrecision(3))}`;
  progress.say(`oracle: ${told(calls)} question${calls === 1 ? "" : "s"} put, ${tokens}${guessed}${price}`);
}

function told(count: number): string {
  return count.toLocaleString("en-US");
}
