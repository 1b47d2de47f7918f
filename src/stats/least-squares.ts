import { sum } from "./sample.js";

/** The least-squares solution and what every standard error is made of. */
export interface LeastSquares {
  readonly coefficients: readonly number[];
  readonly residuals: readonly number[];
  /** Diagonal of the hat matrix. */
  readonly leverages: readonly number[];
  /** Row i: (X'X)^-1 x_i, by which a change of y_i moves each coefficient. */
  readonly influences: readonly (readonly number[])[];
  /** Row i of Q, the regressors made orthonormal; influences[i][j] = rows[i] . directions[j]. */
  readonly rows: readonly (readonly number[])[];
  readonly directions: readonly (readonly number[])[];
}

/**
 * By Gram-Schmidt with a second pass (Björck 1967), which keeps the digits that the normal equations lose.
 * `columns` are the regressors, the intercept's ones among them. Undefined where they are linearly dependent.
 */
export function leastSquares(
  y: readonly number[],
  columns: readonly (readonly number[])[],
): LeastSquares | undefined {
  const q: number[][] = [];
  const r: number[][] = [];
  for (const column of columns) {
    const direction = [...column];
    const shares = q.map(() => 0);
    for (const _pass of ["first", "second"])
      q.forEach((unit, j) => {
        const share = dot(unit, direction);
        shares[j]! += share;
        direction.forEach((_, i) => {
          direction[i]! -= share * unit[i]!;
        });
      });
    const length = Math.sqrt(dot(direction, direction));
    if (!(length > 1e-10 * Math.sqrt(dot(column, column)))) return undefined;
    q.push(direction.map((x) => x / length));
    r.push([...shares, length]);
  }
  const solve = (right: readonly number[]) => backSubstitute(r, right);
  const coefficients = solve(q.map((unit) => dot(unit, y)));
  const rows = y.map((_, i) => q.map((unit) => unit[i]!));
  return {
    coefficients,
    residuals: y.map((value, i) => value - sum(coefficients.map((c, j) => c * columns[j]![i]!))),
    leverages: rows.map((row) => dot(row, row)),
    influences: rows.map(solve),
    rows,
    directions: transposed(q.map((_, k) => solve(q.map((_, j) => (j === k ? 1 : 0))))),
  };
}

function transposed(square: readonly (readonly number[])[]): number[][] {
  return square.map((_, i) => square.map((column) => column[i]!));
}

/** Solves R x = right; r[j] is column j of R, its diagonal last. */
function backSubstitute(r: readonly (readonly number[])[], right: readonly number[]): number[] {
  const x = [...right];
  for (let j = x.length - 1; j >= 0; j--) {
    x[j]! /= r[j]![j]!;
    for (let i = 0; i < j; i++) x[i]! -= r[j]![i]! * x[j]!;
  }
  return x;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}
