import type { LeastSquares } from "./least-squares.js";
import { sum } from "./sample.js";
import { symmetricEigen } from "./symmetric-eigen.js";

/** One number a coefficient; null where it hangs on one cluster alone, so that nothing says how sure it is. */
export interface ClusterRobust {
  readonly se: readonly (number | null)[];
  readonly df: readonly (number | null)[];
}

/**
 * CR2 standard errors (Bell & McCaffrey 2002) with Satterthwaite degrees of freedom, working model of independent
 * errors (Pustejovsky & Tipton 2018, eq. 9 and 11), for few clusters and covariates that hang together within them.
 * Cluster residuals are multiplied by (I - H_g)^(-1/2), pseudo-inverted where a cluster alone fixes a coefficient.
 * In orthonormal regressors Q all of it is done in matrices of the size of the coefficients: (I - Q_g Q_g')^(-1/2) Q_g
 * = Q_g B_g with B_g = (I - Q_g' Q_g)^(-1/2). `groups`: the rows of each cluster.
 */
export function clusterRobust(
  { residuals, rows, directions }: LeastSquares,
  groups: readonly (readonly number[])[],
): ClusterRobust {
  const own = groups.map((members) => crossProduct(members.map((i) => rows[i]!)));
  const scores = groups.map((members) =>
    rows[0]!.map((_, k) => sum(members.map((i) => residuals[i]! * rows[i]![k]!))),
  );
  const adjust = groups.map((members) => inverseRootOfRest(members.map((i) => rows[i]!)));
  const found = directions.map((direction) => {
    const least = 1e-16 * dot(direction, direction);
    const alone = adjust.some(({ fixed }) => fixed.some((axis) => dot(axis, direction) ** 2 > least));
    if (alone) return { se: null, df: null };
    const turned = adjust.map(({ root }) => times(root, direction));
    const se = Math.sqrt(sum(turned.map((b, g) => dot(b, scores[g]!) ** 2)));
    return { se, df: satterthwaite(turned, own) };
  });
  return { se: found.map(({ se }) => se), df: found.map(({ df }) => df) };
}

/** (tr P)^2 / tr P^2 with P_gh = v_g' (I - H)_gh v_h, v_g = Q_g b_g; w_g = Q_g' v_g. */
function satterthwaite(turned: readonly (readonly number[])[], own: readonly Matrix[]): number {
  const w = turned.map((b, g) => times(own[g]!, b));
  const whole = turned.map((b, g) => dot(b, w[g]!));
  const diagonal = whole.map((v, g) => v - dot(w[g]!, w[g]!));
  const all = crossProduct(w);
  const offDiagonal = sum(all.flat().map((x) => x * x)) - sum(w.map((one) => dot(one, one) ** 2));
  return sum(diagonal) ** 2 / (sum(diagonal.map((x) => x * x)) + offDiagonal);
}

type Matrix = readonly (readonly number[])[];

/**
 * (I - Q'Q)^(-1/2) of the rows Q of a cluster, and the axes that they leave nothing of. The eigenvalues of Q'Q but zeros are
 * those of QQ', which is small where a prompt has few rows.
 */
function inverseRootOfRest(q: Matrix): { readonly root: Matrix; readonly fixed: Matrix } {
  const tall = q.length > q[0]!.length;
  const { values, vectors } = symmetricEigen(tall ? crossProduct(q) : q.map((a) => q.map((b) => dot(a, b))));
  const axes = values.flatMap((value, k) => {
    if (!(value > 1e-14)) return [];
    const vector = vectors[k]!;
    const ofRows = () => q[0]!.map((_, j) => sum(q.map((row, i) => vector[i]! * row[j]!)) / Math.sqrt(value));
    const axis = tall ? vector : ofRows();
    const left = 1 - value > 1e-10;
    return [{ axis, left, more: (left ? 1 / Math.sqrt(1 - value) : 0) - 1 }];
  });
  return {
    root: q[0]!.map((_, i) =>
      q[0]!.map((_, j) =>
        sum([i === j ? 1 : 0, ...axes.map(({ axis, more }) => axis[i]! * axis[j]! * more)]),
      ),
    ),
    fixed: axes.filter(({ left }) => !left).map(({ axis }) => axis),
  };
}

function crossProduct(of: Matrix): Matrix {
  return (of[0] ?? []).map((_, i) => of[0]!.map((_, j) => sum(of.map((row) => row[i]! * row[j]!))));
}

function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((x, i) => x * b[i]!));
}
