import type { CurvePoint } from "../contract.js";
import type { Store } from "./open.js";

/** Called inside the transaction that writes the rest of an analysis. */
export function writeCurves({ db }: Store, run: string, points: readonly CurvePoint[]): void {
  db.prepare("DELETE FROM curve_points WHERE run = ?").run(run);
  const insert = db.prepare(
    `INSERT INTO curve_points (run, attribute, augmentation, dose, length_ratio, z, lower, upper, fit, n, items, clusters, reason)
     VALUES (@run, @attribute, @augmentation, @dose, @lengthRatio, @z, @lower, @upper, @fit, @n, @items, @clusters, @reason)`,
  );
  for (const point of points) insert.run({ run, ...point });
}

export function readCurves({ db }: Store, run: string): CurvePoint[] {
  return db
    .prepare<[string], CurvePoint>(
      `SELECT attribute, augmentation, dose, length_ratio AS lengthRatio, z, lower, upper, fit, n, items, clusters, reason
         FROM curve_points WHERE run = ? ORDER BY attribute, augmentation, dose`,
    )
    .all(run);
}
