import type { Metric } from "../contract.js";
import type { Store } from "./open.js";

/** What a run found of one operator, on all the data. */
export interface OperatorEffect {
  readonly run: string;
  readonly model: string;
  /** The rubric's; an operator may stand under several. */
  readonly attribute: string;
  /** Null: all doses together. */
  readonly dose: number | null;
  readonly metric: Metric;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly pairs: number;
  readonly prompts: number;
  readonly skipped: number;
}

/** Effects of an operator in these runs: over all its doses, and at this one. */
export function readOperatorEffects(
  { db }: Store,
  runs: readonly string[],
  augmentation: string,
  dose: number | null,
): OperatorEffect[] {
  return db
    .prepare<unknown[], OperatorEffect>(
      `SELECT e.run, s.name AS model, e.attribute, nullif(e.dose, 0) AS dose, e.metric, e.estimate, e.lower, e.upper,
              e.n AS pairs, e.clusters AS prompts, e.skipped
         FROM json_each(?) j JOIN runs r ON r.id = j.value JOIN scorers s ON s.key = r.scorer
         JOIN effects e ON e.run = r.id AND e.scope IN ('augmentation', 'dose')
        WHERE e.augmentation = ? AND e.stratum_kind = '' AND (e.scope = 'augmentation' OR e.dose = ?)
        ORDER BY j.key, e.attribute, e.dose, e.metric`,
    )
    .all(JSON.stringify(runs), augmentation, dose ?? 0);
}
