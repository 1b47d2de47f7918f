import type { BestOfN } from "../contract.js";
import type { Store } from "./open.js";

/** Called inside the transaction that writes the rest of an analysis. */
export function writeBestOfN({ db }: Store, run: string, rows: readonly BestOfN[]): void {
  db.prepare("DELETE FROM best_of_n WHERE run = ?").run(run);
  const insert = db.prepare(
    `INSERT INTO best_of_n (run, kind, attribute, augmentation, n, taken, lower, upper, alpha, blind, prompts, good, bad, method, reason)
     VALUES (@run, @kind, @attribute, @augmentation, @n, @taken, @lower, @upper, @alpha, @blind, @prompts, @good, @bad, @method, @reason)`,
  );
  for (const row of rows) insert.run({ run, ...row });
}

export function readBestOfN({ db }: Store, run: string): BestOfN[] {
  return db
    .prepare<[string], BestOfN>(
      `SELECT kind, attribute, augmentation, n, taken, lower, upper, alpha, blind, prompts, good, bad, method, reason
         FROM best_of_n WHERE run = ? ORDER BY kind, attribute, augmentation, n`,
    )
    .all(run);
}
