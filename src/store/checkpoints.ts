import type { CheckpointMean, RewardCorrelation } from "../contract.js";
import type { Store } from "./open.js";

export interface CheckpointRows {
  readonly means: readonly CheckpointMean[];
  readonly correlations: readonly RewardCorrelation[];
}

/** Called inside the transaction that writes the rest of an analysis. */
export function writeCheckpoints({ db }: Store, run: string, { means, correlations }: CheckpointRows): void {
  db.prepare("DELETE FROM checkpoint_means WHERE run = ?").run(run);
  db.prepare("DELETE FROM reward_correlations WHERE run = ?").run(run);
  const mean = db.prepare(
    `INSERT INTO checkpoint_means (run, place, checkpoint, step, measure, mean, lower, upper, change, change_lower, change_upper,
                                   alpha, n, prompts, reason)
     VALUES (@run, @place, @checkpoint, @step, @measure, @mean, @lower, @upper, @change, @changeLower, @changeUpper,
             @alpha, @n, @prompts, @reason)`,
  );
  for (const row of means) mean.run({ run, ...row });
  const correlation = db.prepare(
    `INSERT INTO reward_correlations (run, measure, level, correlation, lower, upper, alpha, n, prompts, reason)
     VALUES (@run, @measure, @level, @correlation, @lower, @upper, @alpha, @n, @prompts, @reason)`,
  );
  for (const row of correlations) correlation.run({ run, ...row });
}

export function readCheckpoints({ db }: Store, run: string): CheckpointRows {
  const means = db
    .prepare<[string], CheckpointMean>(
      `SELECT place, checkpoint, step, measure, mean, lower, upper, change, change_lower AS changeLower,
              change_upper AS changeUpper, alpha, n, prompts, reason
         FROM checkpoint_means WHERE run = ? ORDER BY place, measure`,
    )
    .all(run);
  const correlations = db
    .prepare<[string], RewardCorrelation>(
      `SELECT measure, level, correlation, lower, upper, alpha, n, prompts, reason
         FROM reward_correlations WHERE run = ? ORDER BY measure, level`,
    )
    .all(run);
  return { means, correlations };
}
