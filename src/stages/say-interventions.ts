import type { Around } from "./around.js";

interface Count {
  readonly operator: string;
  /** Why it came to nothing; empty where it was verified. */
  readonly reason: string;
  readonly count: number;
}

/** How many pairs an oracle and its verifier came to, and what became of the others. */
export function sayInterventions(counts: readonly Count[], { progress }: Pick<Around, "progress">): void {
  const tried = sum(counts);
  const verified = sum(counts.filter(({ reason }) => reason === ""));
  const reasons = [...new Set(counts.map(({ reason }) => reason))].filter((reason) => reason !== "");
  const refused = reasons
    .map((reason) => ({ reason, count: sum(counts.filter((one) => one.reason === reason)) }))
    .sort((a, b) => b.count - a.count)
    .map(({ reason, count }) => `${reason} ${count}`);
  const others = refused.length === 0 ? "" : `; the others: ${refused.join(", ")}`;
  progress.say(`oracle: ${verified} of ${tried} pairs verified${others}`);
}

function sum(counts: readonly Count[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
