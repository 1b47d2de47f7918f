import { type Multiplicities, multiplicitiesOf } from "./multiplicities.js";
import type { Resampling } from "./sample.js";

/** Values in a resample of whole clusters, its mean less that of the sample, and the CR2 standard error of that. */
export interface ResampledMean {
  size: number;
  shift: number;
  se: number;
}

/** Clusters of one size: where each stands among all, and its residual sum. */
interface SizeClass {
  readonly size: number;
  readonly at: Int32Array;
  readonly residuals: Float64Array;
}

/**
 * Resamples clusters of which only size and residual sum are known: resample number b, in one object that is used again.
 * One pass over how often each cluster was drawn, size by size: CR2 divides a squared residual by 1 - its size / that of the
 * resample. The commonest cluster (few answers ever flip) is left out of it: what is not drawn of the others is like it.
 * `seScale`: the standard error of the sample itself.
 */
export function resampleMean(
  sizes: Float64Array,
  residuals: Float64Array,
  seScale: number,
  resampling: Resampling,
): (b: number) => ResampledMean {
  const clusters = sizes.length;
  const like = findCommonest(sizes, residuals);
  const classes = classesOf(sizes, residuals, like);
  const times: Multiplicities = multiplicitiesOf(resampling, clusters);
  const ownClass = classes.findIndex(({ size }) => size === sizes[like]);
  const [counts, sums, squares] = [0, 1, 2].map(() => new Float64Array(classes.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const found: ResampledMean = { size: 0, shift: 0, se: 0 };
  return (b) => {
    const row = times(b);
    let rest = clusters;
    for (let k = 0; k < classes.length; k++) {
      const { at, residuals: own } = classes[k]!;
      let [count, sum, square] = [0, 0, 0];
      for (let i = 0; i < own.length; i++) {
        const weight = row[at[i]!]!;
        const part = weight * own[i]!;
        count += weight;
        sum += part;
        square += part * own[i]!;
      }
      counts[k] = count;
      sums[k] = sum;
      squares[k] = square;
      rest -= count;
    }
    counts[ownClass]! += rest;
    sums[ownClass]! += rest * residuals[like]!;
    squares[ownClass]! += rest * residuals[like]! * residuals[like]!;
    let [size, total] = [0, 0];
    for (let k = 0; k < classes.length; k++) {
      size += counts[k]! * classes[k]!.size;
      total += sums[k]!;
    }
    const shift = total / size;
    let variance = 0;
    for (let k = 0; k < classes.length; k++) {
      const own = classes[k]!.size;
      const about = squares[k]! - 2 * shift * own * sums[k]! + shift * shift * own * own * counts[k]!;
      variance += about / (1 - own / size);
    }
    found.size = size;
    found.shift = shift;
    found.se = Math.sqrt(Math.max(variance, 0)) / size;
    // Sums of squares lose their digits where little is left of them: then the residuals are taken one by one.
    if (!(found.se > 1e-4 * seScale)) found.se = seOneByOne(sizes, residuals, row, shift, size);
    return found;
  };
}

function classesOf(sizes: Float64Array, residuals: Float64Array, like: number): SizeClass[] {
  const distinct = [...new Set(sizes)].sort((a, b) => a - b);
  const members = new Map<number, number[]>(distinct.map((size) => [size, []]));
  for (let c = 0; c < sizes.length; c++)
    if (sizes[c] !== sizes[like] || residuals[c] !== residuals[like]) members.get(sizes[c]!)!.push(c);
  return distinct.map((size) => {
    const at = Int32Array.from(members.get(size)!);
    return { size, at, residuals: Float64Array.from(at, (c) => residuals[c]!) };
  });
}

function seOneByOne(
  sizes: Float64Array,
  residuals: Float64Array,
  row: Uint8Array,
  shift: number,
  size: number,
): number {
  let squares = 0;
  for (let c = 0; c < sizes.length; c++)
    if (row[c]! > 0) squares += (row[c]! * (residuals[c]! - shift * sizes[c]!) ** 2) / (1 - sizes[c]! / size);
  return Math.sqrt(squares) / size;
}

/** A cluster like which the most others are, in size and residual. */
function findCommonest(sizes: Float64Array, residuals: Float64Array): number {
  const seen = new Map<number, Map<number, { readonly cluster: number; count: number }>>();
  let best = { cluster: 0, count: 0 };
  for (let c = 0; c < sizes.length; c++) {
    const bySize = seen.get(sizes[c]!) ?? new Map<number, { readonly cluster: number; count: number }>();
    seen.set(sizes[c]!, bySize);
    const entry = bySize.get(residuals[c]!) ?? { cluster: c, count: 0 };
    bySize.set(residuals[c]!, entry);
    entry.count++;
    if (entry.count > best.count) best = entry;
  }
  return best.cluster;
}
