import type { Augmentation, Covariate } from "../contract.js";
import type { Store } from "./open.js";

/** The covariates that operators mean to move, by name and version. */
export function writeTargets({ db }: Store, augmentations: readonly Augmentation[]): void {
  const insert = db.prepare(
    "INSERT OR IGNORE INTO augmentation_targets (name, version, covariate) VALUES (?, ?, ?)",
  );
  for (const { name, version, targets = [] } of augmentations)
    for (const covariate of targets) insert.run(name, version, covariate);
}

/** Those of the operators of a run, as they were declared when its pairs were made. */
export function readTargets({ db }: Store, run: string): ReadonlyMap<string, readonly Covariate[]> {
  const rows = db
    .prepare<[string], { readonly name: string; readonly covariate: Covariate }>(
      `SELECT t.name, t.covariate FROM augmentation_targets t
        WHERE EXISTS (SELECT 1 FROM run_pairs rp JOIN pairs p ON p.key = rp.pair
                       WHERE rp.run = ? AND p.augmentation = t.name AND p.version = t.version)
        ORDER BY t.name, t.covariate`,
    )
    .all(run);
  const targets = new Map<string, Covariate[]>();
  for (const { name, covariate } of rows) targets.set(name, [...(targets.get(name) ?? []), covariate]);
  return targets;
}
