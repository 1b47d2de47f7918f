import { drawAll, drawDiffering, orderOf } from "./draw-clusters.js";
import type { Resampling } from "./sample.js";

/** Values in a resample of whole clusters, its mean less that of the sample, and the CR2 standard error of that. */
export interface ResampledMean {
  size: number;
  shift: number;
  se: number;
}

/**
 * Resamples clusters of which only size and residual sum are known; each call gives the next one, in one object that is
 * used again. One pass over the clusters drawn: CR2 divides each squared residual by 1 - its size / size of the resample,
 * so that sums over the clusters of each size are enough. `seScale`: the standard error of the sample itself.
 */
export function resampleMean(
  sizes: Float64Array,
  residuals: Float64Array,
  seScale: number,
  resampling: Resampling,
): () => ResampledMean {
  const { order, differing } = orderOf(sizes, residuals);
  const size = sizes.slice().map((_, i) => sizes[order[i]!]!);
  const residual = residuals.slice().map((_, i) => residuals[order[i]!]!);
  const last = size.length - 1;
  const { drawn, draw } =
    differing === size.length
      ? drawAll(size.length, resampling)
      : drawDiffering(size.length, differing, resampling);
  const distinct = [...new Set(size)].sort((a, b) => a - b);
  const classes = Uint8Array.from(size, (own) => Math.min(distinct.indexOf(own), 255));
  const sum = distinct.length > 255 ? undefined : sumByClass(residual, classes, distinct.length);
  const found: ResampledMean = { size: 0, shift: 0, se: 0 };
  const finish = (values: number, total: number, squares: number): ResampledMean => {
    const shift = total / values;
    found.size = values;
    found.shift = shift;
    found.se = Math.sqrt(Math.max(squares, 0)) / values;
    return found;
  };
  return () => {
    const picks = draw();
    const rest = size.length - picks;
    if (sum !== undefined) {
      const { counts, sums, squares } = sum(drawn, picks);
      const k = classes[last]!;
      counts[k]! += rest;
      sums[k]! += rest * residual[last]!;
      squares[k]! += rest * residual[last]! * residual[last]!;
      let [values, total] = [0, 0];
      for (let c = 0; c < distinct.length; c++) {
        values += counts[c]! * distinct[c]!;
        total += sums[c]!;
      }
      const shift = total / values;
      let variance = 0;
      for (let c = 0; c < distinct.length; c++) {
        const own = distinct[c]!;
        const about = squares[c]! - 2 * shift * own * sums[c]! + shift * shift * own * own * counts[c]!;
        variance += about / (1 - own / values);
      }
      finish(values, total, variance);
      // Sums of squares lose their digits where little is left of them: then the residuals are taken one by one.
      if (found.se > 1e-4 * seScale) return found;
    }
    return oneByOne(size, residual, drawn, picks, finish);
  };
}

interface Sums {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** Sums over the clusters drawn of each class; the commonest one is kept in registers. */
function sumByClass(
  residual: Float64Array,
  classes: Uint8Array,
  count: number,
): (drawn: Int32Array, picks: number) => Sums {
  const [counts, sums, squares] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const members = new Float64Array(count);
  for (const k of classes) members[k]!++;
  const common = members.indexOf(Math.max(...members));
  return (drawn, picks) => {
    counts.fill(0);
    sums.fill(0);
    squares.fill(0);
    let [others, total, square] = [0, 0, 0];
    for (let i = 0; i < picks; i++) {
      const pick = drawn[i]!;
      const own = residual[pick]!;
      const k = classes[pick]!;
      if (k === common) {
        total += own;
        square += own * own;
      } else {
        counts[k]!++;
        sums[k]! += own;
        squares[k]! += own * own;
        others++;
      }
    }
    counts[common] = picks - others;
    sums[common] = total;
    squares[common] = square;
    return { counts, sums, squares };
  };
}

function oneByOne(
  size: Float64Array,
  residual: Float64Array,
  drawn: Int32Array,
  picks: number,
  finish: (values: number, total: number, squares: number) => ResampledMean,
): ResampledMean {
  const last = size.length - 1;
  const rest = size.length - picks;
  let values = rest * size[last]!;
  let total = rest * residual[last]!;
  for (let i = 0; i < picks; i++) {
    values += size[drawn[i]!]!;
    total += residual[drawn[i]!]!;
  }
  const shift = total / values;
  const about = (c: number) => (residual[c]! - shift * size[c]!) ** 2 / (1 - size[c]! / values);
  let squares = rest * about(last);
  for (let i = 0; i < picks; i++) squares += about(drawn[i]!);
  return finish(values, total, squares);
}
