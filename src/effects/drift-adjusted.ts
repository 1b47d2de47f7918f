import type { Covariate, DriftAdjusted } from "../contract.js";
import { type Inconclusive, isInconclusive, MINIMUM_CLUSTERS } from "../stats/inference.js";
import { leastSquares } from "../stats/least-squares.js";
import { ancova, type Regression } from "../stats/regression.js";
import { tInference } from "../stats/t-inference.js";
import type { DriftRows } from "./drift-rows.js";
import { NOT_ADJUSTED } from "./effect-row.js";

/** Fewest prompts for each coefficient: a cluster-robust error of a regression is too small below. */
const PROMPTS_A_COEFFICIENT = 5;
/** Above as many prompts CR1 differs from CR2 by less than a hundredth, and takes a hundredth of the time. */
const MANY_PROMPTS = 200;
/** A drift counts as near zero within this share of its own root mean square. */
const NEAR = 0.25;
/** What nobody sees is no drift: 5 % of the length (in doublings), a quarter of one mark. */
const unseen = (name: Covariate) => (name === "tokens" ? Math.log2(1.05) : 0.25);

/**
 * The mean of z at zero drift (statistics.md §5): the intercept of z on the uncentred drift of every covariate that moves
 * and is not a target of the operators, cluster-robust (CR2 and Satterthwaite's t; CR1 and t with
 * prompts - 1 above 200 prompts). Identified only with data near zero
 * drift: at least six prompts near zero in each covariate, and zero in all of them together no further out than the items
 * of six prompts (by leverage: hidden extrapolation, Montgomery, Peck & Vining 2012, §3.8).
 */
export function adjustForDrift(
  rows: DriftRows,
  targets: ReadonlySet<Covariate>,
  raw: { readonly lower: number | null; readonly upper: number | null },
  alpha: number,
): DriftAdjusted {
  const moving = (Object.keys(rows.drift) as Covariate[]).filter(
    (name) => !targets.has(name) && rows.drift[name]!.some((value) => Math.abs(value) > unseen(name)),
  );
  const names = independent(moving, rows);
  const adjustedFor = moving.join(", ");
  const refused = (why: string): DriftAdjusted => ({
    ...NOT_ADJUSTED,
    adjustedFor,
    adjustedReason: `not identified: ${why}`,
  });
  const prompts = new Set(rows.clusters).size;
  const wanted = Math.max(MINIMUM_CLUSTERS, PROMPTS_A_COEFFICIENT * (names.length + 1));
  if (prompts < wanted)
    return refused(`${prompts} prompts, and ${names.length} covariates want ${wanted} or more`);
  const far = names.find((name) => promptsWhere(rows, near(name, rows.drift[name]!)) < MINIMUM_CLUSTERS);
  if (far !== undefined) return refused(`${far} is near zero in fewer than ${MINIMUM_CLUSTERS} prompts`);
  const fit = ancova(
    rows.values,
    names.map((name) => rows.drift[name]!),
    "none",
    rows.clusters,
  );
  if (isInconclusive(fit)) return refused(fit.inconclusive);
  const estimate = fit.coefficients[0]!;
  const [se, df] =
    prompts > MANY_PROMPTS ? [fit.seCr1![0]!, prompts - 1] : [fit.seCr2?.[0] ?? null, fit.dfCr2?.[0] ?? null];
  if (se === null || df === null) return refused("one prompt alone decides it");
  if (!(se > 1e-13 * Math.abs(estimate))) return refused("no variance between prompts");
  if (extrapolates(fit, rows)) return refused("no data near zero drift in all covariates together");
  const { lower, upper } = tInference(estimate, se, df);
  const interval = { adjustedLower: lower(alpha), adjustedUpper: upper(alpha) };
  const apart =
    raw.lower === null || raw.upper === null
      ? null
      : interval.adjustedLower > raw.upper || interval.adjustedUpper < raw.lower;
  return { adjusted: estimate, ...interval, adjustedFor, adjustedReason: "", disagrees: apart };
}

/** The same of the negative of z. */
export function negated(one: DriftAdjusted): DriftAdjusted {
  const minus = (value: number | null) => (value === null ? null : -value);
  return {
    ...one,
    adjusted: minus(one.adjusted),
    adjustedLower: minus(one.adjustedUpper),
    adjustedUpper: minus(one.adjustedLower),
  };
}

/** Those that are no sum of multiples of the ones before: without the others the value at zero drift stays as it is. */
function independent(names: readonly Covariate[], rows: DriftRows): Covariate[] {
  const kept: Covariate[] = [];
  const columns = (of: readonly Covariate[]) => of.map((name) => rows.drift[name]!);
  if (names.length > 0 && leastSquares(rows.values, columns(names)) !== undefined) return [...names];
  for (const name of names)
    if (leastSquares(rows.values, columns([...kept, name])) !== undefined) kept.push(name);
  return kept;
}

function near(name: Covariate, drift: readonly number[]): (row: number) => boolean {
  const square = drift.reduce((sum, value) => sum + value * value, 0) / drift.length;
  const reach = Math.max(NEAR * Math.sqrt(square), unseen(name));
  return (row) => Math.abs(drift[row]!) <= reach;
}

function promptsWhere({ clusters }: DriftRows, holds: (row: number) => boolean): number {
  return new Set(clusters.filter((_, row) => holds(row))).size;
}

/** The leverage of zero drift is that of a row (1, 0, ..., 0): the intercept's variance over that of the residuals. */
function extrapolates(fit: Exclude<Regression | Inconclusive, Inconclusive>, rows: DriftRows): boolean {
  const ofZero = (fit.se[0]! / fit.sigma) ** 2;
  return promptsWhere(rows, (row) => fit.leverages[row]! >= ofZero * (1 - 1e-9)) < MINIMUM_CLUSTERS;
}
