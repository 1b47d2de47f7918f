import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireFinite, requirePositive, requireSameLength } from "./refuse.js";

export interface Isotonic {
  /** Distinct x, ascending, and the fit there. */
  readonly x: readonly number[];
  readonly fit: readonly number[];
}

interface Block {
  value: number;
  weight: number;
  length: number;
}

/**
 * Weighted monotone least squares by pooling adjacent violators (Ayer et al. 1955; Barlow et al. 1972); points of equal x
 * are first pooled to their mean. Inconclusive without a point. Throws RangeError on invalid input.
 */
export function isotonic(
  x: readonly number[],
  y: readonly number[],
  direction: "increasing" | "decreasing" = "increasing",
  weights: readonly number[] = x.map(() => 1),
): Isotonic | Inconclusive {
  requireSameLength(x, y, "x and y");
  requireSameLength(x, weights, "x and weights");
  requireFinite(x, "x");
  requireFinite(y, "y");
  for (const weight of weights) requirePositive(weight, "weight");
  if (x.length === 0) return inconclusive("no point");
  const sign = direction === "increasing" ? 1 : -1;
  const order = x.map((_, i) => i).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const distinct: number[] = [];
  const points: Block[] = [];
  for (const i of order) {
    const point = { value: sign * y[i]!, weight: weights[i]!, length: 1 };
    if (distinct.at(-1) === x[i]) points.push({ ...pooled(points.pop()!, point), length: 1 });
    else {
      distinct.push(x[i]!);
      points.push(point);
    }
  }
  const blocks: Block[] = [];
  for (const point of points) {
    let block = point;
    while (blocks.length > 0 && blocks.at(-1)!.value >= block.value) block = pooled(blocks.pop()!, block);
    blocks.push(block);
  }
  return {
    x: distinct,
    fit: blocks.flatMap(({ value, length }) => Array<number>(length).fill(sign * value)),
  };
}

function pooled(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return { value: (a.value * a.weight + b.value * b.weight) / weight, weight, length: a.length + b.length };
}
