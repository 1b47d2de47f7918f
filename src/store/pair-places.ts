import type { Store } from "./open.js";

/** What came of one operator at one dose on one answer: a valid pair, or the reason why there is none. */
export interface PairPlace {
  readonly item: string;
  readonly position: number;
  readonly dose: number | null;
  /** Null where there is no valid pair. */
  readonly pair: string | null;
  readonly version: number;
  readonly seed: number;
  /** Empty where the pair is valid. */
  readonly reason: string;
}

/** Everything a run has of one operator, valid pairs with their keys, in no order. */
export function readPairPlaces({ db }: Store, run: string, augmentation: string): PairPlace[] {
  return db
    .prepare<[string, string, string, string], PairPlace>(
      `SELECT item, position, dose, CASE reason WHEN '' THEN key END AS pair, version, seed, reason FROM (
       SELECT rp.item, rp.position, p.dose, p.key, p.version, p.seed,
              CASE WHEN max(b.truncated, v.truncated) THEN 'truncated-by-model'
                   WHEN p.key IN (SELECT pair FROM suspect_pairs) THEN 'expectation-suspect' ELSE '' END AS reason
         FROM runs CROSS JOIN pairs p CROSS JOIN run_pairs rp ON rp.run = runs.id AND rp.pair = p.key
         CROSS JOIN scores b ON b.scorer = runs.scorer AND b.text = p.base AND b.head = 0
         CROSS JOIN scores v ON v.scorer = runs.scorer AND v.text = p.variant AND v.head = 0
        WHERE runs.id = ? AND p.augmentation = ?)
       UNION ALL
       SELECT item, position, nullif(dose, 0), NULL, 0, 0, reason FROM skips WHERE run = ? AND augmentation = ?`,
    )
    .all(run, augmentation, run, augmentation);
}
