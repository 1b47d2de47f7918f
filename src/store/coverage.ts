import type { CoverageRow } from "../contract.js";
import type { Store } from "./open.js";

interface CountRow {
  readonly attribute: string;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly expects: CoverageRow["expects"];
  readonly changes: CoverageRow["changes"];
  readonly reason: string;
  readonly pairs: number;
}

/** How many pairs each operator and dose gave, and why others did not come about; the operators as the run's plan has them. */
export function readCoverage({ db }: Store, run: string): CoverageRow[] {
  const rows = db
    .prepare<[string], CountRow>(
      `SELECT a.attribute, c.augmentation, nullif(c.dose, 0) AS dose, a.expects, a.changes, c.reason, sum(c.pairs) AS pairs
         FROM coverage c
         JOIN runs r ON r.id = c.run
         JOIN augmentations a ON a.name = c.augmentation AND EXISTS (
                SELECT 1 FROM json_each(r.plan, '$.operators')
                 WHERE value = a.name || ' v' || a.version OR value GLOB a.name || '@* v' || a.version)
        WHERE c.run = ? GROUP BY c.augmentation, c.dose, c.reason ORDER BY c.augmentation, c.dose, c.reason`,
    )
    .all(run);
  const merged = new Map<string, CoverageRow & { skipped: Record<string, number> }>();
  for (const { attribute, augmentation, dose, expects, changes, reason, pairs } of rows) {
    const key = `${augmentation}@${dose}`;
    const none = { attribute, augmentation, dose, expects, changes, applied: 0, skipped: {} };
    const row = merged.get(key) ?? none;
    if (reason === "") merged.set(key, { ...row, applied: row.applied + pairs });
    else merged.set(key, { ...row, skipped: { ...row.skipped, [reason]: pairs } });
  }
  return [...merged.values()];
}

/** A pair whose operator threw. */
export interface OperatorError {
  readonly augmentation: string;
  readonly item: string;
  readonly detail: string;
}

/** Told at the end of a run and by its gate. */
export function readErrors({ db }: Store, run: string): OperatorError[] {
  return db
    .prepare<[string], OperatorError>(
      "SELECT augmentation, item, detail FROM skips WHERE run = ? AND stage = 'error' ORDER BY augmentation, item",
    )
    .all(run);
}
