import type { Multiplicities } from "./multiplicities.js";
import { requireFinite, requireSameLength } from "./refuse.js";

/** Values with the cluster (prompt) each belongs to; members need not be adjacent, the order carries no meaning. */
export interface Sample {
  readonly values: readonly number[];
  readonly clusters: readonly string[];
}

/** Where seeded numbers come from, and how many resamples to draw. */
export interface Resampling {
  /** Uniform in [0, 1), seeded by the caller. */
  readonly next: () => number;
  readonly replicates: number;
  /** Fills a list with whole numbers, uniform in [0, below); by `next` if left out. */
  readonly draw?: Drawer;
  /** Resamples of a number of clusters, shared with other samples of as many; drawn by `draw` if left out. */
  readonly multiplicities?: (clusters: number) => Multiplicities;
}

export type Drawer = (drawn: Int32Array, below: number) => void;

export function drawerOf({ draw, next }: Resampling): Drawer {
  if (draw) return draw;
  return (drawn, below) => {
    for (let i = 0; i < drawn.length; i++) drawn[i] = Math.floor(next() * below);
  };
}

/**
 * The values of each cluster in canonical order (label by code units, then value), so that sums round the
 * same way whatever order the rows came in.
 * Throws RangeError on a value that is not finite and on lengths that differ.
 */
export function clusterValues(sample: Sample): readonly (readonly number[])[] {
  requireSameLength(sample.values, sample.clusters, "values and clusters");
  requireFinite(sample.values);
  const { of, count } = clusteringOf(sample.clusters);
  const groups = Array.from({ length: count }, (): number[] => []);
  for (let i = 0; i < of.length; i++) groups[of[i]!]!.push(sample.values[i]!);
  for (const values of groups) if (values.length > 1) values.sort((a, b) => a - b);
  return groups;
}

/** Which cluster each row lies in, by the order of the labels. */
interface Clustering {
  readonly of: Int32Array;
  readonly count: number;
}

/** Kept as long as the list is: the metrics of one set of items are many, and looking labels up is most of the work. */
const clusterings = new WeakMap<readonly string[], Clustering>();

function clusteringOf(labels: readonly string[]): Clustering {
  const known = clusterings.get(labels);
  if (known !== undefined && known.of.length === labels.length) return known;
  const rank = new Map([...new Set(labels)].sort().map((label, i) => [label, i]));
  const made = { of: Int32Array.from(labels, (label) => rank.get(label)!), count: rank.size };
  clusterings.set(labels, made);
  return made;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** True where no difference between the values is larger than rounding. */
export function isConstant(values: readonly number[]): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return !(high - low > 1e-14 * Math.max(Math.abs(low), Math.abs(high)));
}
