export interface Eigen {
  readonly values: readonly number[];
  /** vectors[j] belongs to values[j]; orthonormal. */
  readonly vectors: readonly (readonly number[])[];
}

/** Of a small symmetric matrix, by cyclic Jacobi rotations (Golub & Van Loan 2013, §8.5), to the last digits. */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let total = 0;
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        total += a[i]![j]! ** 2;
        if (i !== j) off += a[i]![j]! ** 2;
      }
    if (!(off > 1e-34 * total)) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, p, q);
  }
  return { values: a.map((row, i) => row[i]!), vectors: v };
}

/** Turns the plane (p, q) so that a[p][q] becomes 0; rows of v are the vectors. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apart = a[p]![q]!;
  if (apart === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apart);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
  for (const of of [a, v]) {
    const [first, second] = [of[p]!, of[q]!];
    of[p] = first.map((x, k) => c * x - s * second[k]!);
    of[q] = first.map((x, k) => s * x + c * second[k]!);
  }
}
