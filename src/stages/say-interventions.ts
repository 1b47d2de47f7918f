import type { AskingTally } from "../oracle/ask/tally.js";
import type { Around } from "./around.js";

interface Count {
  readonly operator: string;
  /** Why it came to nothing; empty where it was verified. */
  readonly reason: string;
  readonly count: number;
}

/** How many pairs an oracle and its verifier came to, what became of the others, and what was asked for it just now. */
export function sayInterventions(
  counts: readonly Count[],
  { steps }: Pick<AskingTally, "steps">,
  { progress }: Pick<Around, "progress">,
): void {
  const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
  const sum = (list: readonly Count[]) => total(list.map(({ count }) => count));
  const verified = sum(counts.filter(({ reason }) => reason === ""));
  const reasons = [...new Set(counts.map(({ reason }) => reason))].filter((reason) => reason !== "");
  const refused = reasons
    .map((reason) => ({ reason, count: sum(counts.filter((one) => one.reason === reason)) }))
    .sort((a, b) => b.count - a.count)
    .map(({ reason, count }) => `${reason} ${count}`);
  const others = refused.length === 0 ? "" : `; the others: ${refused.join(", ")}`;
  const [asked, taken] = (["asked", "taken"] as const).map((how) =>
    total(Object.values(steps).map((step) => step[how])),
  );
  progress.say(
    `oracle: ${verified} of ${sum(counts)} pairs verified (${asked} questions asked now, ${taken} answers taken from the database)${others}`,
  );
}
