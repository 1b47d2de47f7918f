import { COVARIATES, type Covariate } from "../contract.js";
import type { ScoredPair } from "../store/scored-pairs.js";
import { type ItemMeans, meansByItem } from "./item-values.js";

/** One row an item: its mean move in z and the mean drift of each covariate, from the same pairs. */
export interface DriftRows extends ItemMeans {
  readonly drift: Readonly<Partial<Record<Covariate, readonly number[]>>>;
}

/** `pairs` ordered by item; undefined where the drift of one was not measured. Covariates that never move are left out. */
export function driftRows(pairs: readonly ScoredPair[], ruler: number): DriftRows | undefined {
  if (pairs.some(({ drift }) => drift === undefined)) return undefined;
  const means = meansByItem(
    pairs.map(({ item, prompt, base, variant }) => ({ item, prompt, value: (variant - base) / ruler })),
  );
  const moving = COVARIATES.filter((name) => pairs.some(({ drift }) => drift![name] !== 0));
  const drift = moving.map((name) => [
    name,
    meansByItem(pairs.map(({ item, prompt, drift }) => ({ item, prompt, value: drift![name] }))).values,
  ]);
  return { ...means, drift: Object.fromEntries(drift) };
}
