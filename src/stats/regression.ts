import { type ClusterRobust, clusterRobust } from "./cluster-robust.js";
import { squaresAboutMean } from "./descriptive.js";
import { tCdf, tQuantile } from "./distributions/student-t.js";
import { groupsOf } from "./groups.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { leastSquares } from "./least-squares.js";
import { requireFinite, requireSameLength } from "./refuse.js";
import { sum } from "./sample.js";

/** One number a coefficient, the intercept first. */
type Each = readonly number[];

export interface Regression {
  readonly n: number;
  /** n less the number of coefficients. */
  readonly df: number;
  readonly coefficients: Each;
  readonly se: Each;
  readonly t: Each;
  readonly p: Each;
  readonly rSquared: number;
  readonly sigma: number;
  /** Diagonal of the hat matrix, one number a row. */
  readonly leverages: Each;
  /** MacKinnon & White 1985, residuals over 1 - leverage; null where a point has leverage 1. */
  readonly seHc3: Each | null;
  /** Cluster-robust, factor G / (G - 1), for t with G - 1 degrees of freedom; null without clusters. */
  readonly seCr1: Each | null;
  /** CR2, for t with Satterthwaite's degrees of freedom `dfCr2`, right with few clusters too; null without clusters, a coefficient's null as in cluster-robust.ts. */
  readonly seCr2: ClusterRobust["se"] | null;
  readonly dfCr2: ClusterRobust["df"] | null;
  readonly clusters: number | null;
}

/**
 * Ordinary least squares of y on an intercept and the columns. Inconclusive without a residual degree of freedom,
 * with a singular design or with a single cluster. Throws RangeError on numbers that are not finite or lengths that differ.
 */
export function ols(
  y: readonly number[],
  columns: readonly (readonly number[])[],
  clusters?: readonly string[],
): Regression | Inconclusive {
  requireFinite(y, "y");
  for (const column of columns) {
    requireSameLength(column, y, "x and y");
    requireFinite(column, "x");
  }
  if (clusters) requireSameLength(clusters, y, "clusters and y");
  const n = y.length;
  const df = n - columns.length - 1;
  if (df < 1) return inconclusive("no residual degree of freedom");
  const fit = leastSquares(y, [y.map(() => 1), ...columns]);
  if (!fit) return inconclusive("the regressors are linearly dependent");
  const rows = y.map((_, i) => i);
  const groups = clusters && groupsOf(rows, (i) => clusters[i]!);
  if (groups && groups.length < 2) return inconclusive("one prompt");

  const { coefficients, residuals, leverages, influences } = fit;
  const squares = sum(residuals.map((e) => e * e));
  const sigma = Math.sqrt(squares / df);
  /** Root of the summed squares of what each group of rows, its residuals weighted, moves the coefficient by. */
  const sandwich = (of: readonly (readonly number[])[], weigh: (i: number) => number): Each =>
    coefficients.map((_, j) =>
      Math.sqrt(sum(of.map((members) => sum(members.map((i) => influences[i]![j]! * weigh(i))) ** 2))),
    );
  const single = rows.map((i) => [i]);
  const se = sandwich(single, () => sigma);
  const t = coefficients.map((c, j) => c / se[j]!);
  const bounded = leverages.every((h) => 1 - h > 1e-12);
  let known: ClusterRobust | undefined;
  /** Only when asked for: with thousands of clusters it is most of the work. */
  const robust = () => {
    if (groups && !known) known = clusterRobust(fit, groups);
    return known;
  };
  const smallSample = groups ? Math.sqrt(groups.length / (groups.length - 1)) : 1;
  return Object.freeze({
    n,
    df,
    coefficients,
    se,
    t,
    p: t.map((value) => (Number.isNaN(value) ? 1 : 2 * tCdf(-Math.abs(value), df))),
    rSquared: 1 - squares / squaresAboutMean(y),
    sigma,
    leverages,
    seHc3: bounded ? sandwich(single, (i) => residuals[i]! / (1 - leverages[i]!)) : null,
    seCr1: groups ? sandwich(groups, (i) => smallSample * residuals[i]!) : null,
    get seCr2() {
      return robust()?.se ?? null;
    },
    get dfCr2() {
      return robust()?.df ?? null;
    },
    clusters: groups ? groups.length : null,
  });
}

/**
 * The effect adjusted for covariates: differences on an intercept and the covariates. Centred on their means the intercept
 * is the raw mean difference, exactly; uncentred it is the effect at zero drift (statistics.md §5).
 */
export function ancova(
  differences: readonly number[],
  covariates: readonly (readonly number[])[],
  centring: "mean" | "none",
  clusters?: readonly string[],
): Regression | Inconclusive {
  const centred = covariates.map((column) => {
    const centre = centring === "mean" ? sum(column) / column.length : 0;
    return column.map((value) => value - centre);
  });
  return ols(differences, centred, clusters);
}

/** Two-sided intervals of the coefficients: estimate +- t_df se. */
export function coefficientIntervals(
  coefficients: Each,
  se: Each,
  df: number,
  level: number,
): readonly (readonly [number, number])[] {
  const t = -tQuantile((1 - level) / 2, df);
  return coefficients.map((c, j) => [c - t * se[j]!, c + t * se[j]!]);
}
