import type { Tuning } from "../contract.js";
import type { Store } from "./open.js";

/** What was measured to be fastest for a scorer on a machine; undefined where nothing was. */
export function readTuning({ db }: Store, scorer: string, machine: string): Tuning | undefined {
  return db
    .prepare<[string, string], Tuning>(
      "SELECT token_budget AS tokenBudget, threads FROM tunings WHERE scorer = ? AND machine = ?",
    )
    .get(scorer, machine);
}

export function writeTuning(
  { db }: Store,
  scorer: string,
  machine: string,
  { tokenBudget, threads }: Tuning,
  tried: string,
): void {
  db.prepare(
    "INSERT OR REPLACE INTO tunings (scorer, machine, token_budget, threads, tried) VALUES (?, ?, ?, ?, ?)",
  ).run(scorer, machine, tokenBudget, threads, tried);
}

/** The tuning that a run was begun with; undefined before its scoring. */
export function readFrozenTuning({ db }: Store, run: string): Tuning | undefined {
  return db
    .prepare<[string], Tuning>(
      "SELECT token_budget AS tokenBudget, threads FROM runs WHERE id = ? AND token_budget IS NOT NULL",
    )
    .get(run);
}

export function freezeTuning({ db }: Store, run: string, { tokenBudget, threads }: Tuning): void {
  db.prepare("UPDATE runs SET token_budget = ?, threads = ? WHERE id = ?").run(tokenBudget, threads, run);
}
