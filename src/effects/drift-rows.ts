import { COVARIATES, type Covariate } from "../contract.js";
import type { ScoredPair } from "../store/scored-pairs.js";
import type { ItemMeans } from "./item-values.js";

/** One row an item: its mean move in z and the mean drift of each covariate, from the same pairs. */
export interface DriftRows extends ItemMeans {
  readonly drift: Readonly<Partial<Record<Covariate, readonly number[]>>>;
}

/** `pairs` ordered by item; undefined where the drift of one was not measured. Covariates that never move are left out. */
export function driftRows(pairs: readonly ScoredPair[], ruler: number): DriftRows | undefined {
  const [items, clusters, counts, values]: [string[], string[], number[], number[]] = [[], [], [], []];
  const columns = COVARIATES.map((): number[] => []);
  for (const { item, prompt, base, variant, drift } of pairs) {
    if (drift === undefined) return undefined;
    let row = items.length - 1;
    if (items[row] !== item) {
      row = items.push(item) - 1;
      clusters.push(prompt);
      counts.push(0);
      values.push(0);
      for (const column of columns) column.push(0);
    }
    counts[row]!++;
    values[row]! += (variant - base) / ruler;
    for (let k = 0; k < columns.length; k++) columns[k]![row]! += drift[COVARIATES[k]!];
  }
  const mean = (sums: readonly number[]) => sums.map((sum, row) => sum / counts[row]!);
  const moving = COVARIATES.map((name, k) => [name, columns[k]!] as const).filter(([, column]) =>
    column.some((sum) => sum !== 0),
  );
  return {
    ...{ items, clusters, counts, values: mean(values) },
    drift: Object.fromEntries(moving.map(([name, column]) => [name, mean(column)])),
  };
}
