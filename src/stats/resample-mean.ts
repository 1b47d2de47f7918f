import { drawerOf, type Resampling } from "./sample.js";

/** Values in a resample of whole clusters, its mean less that of the sample, and the CR2 standard error of that. */
export interface ResampledMean {
  size: number;
  shift: number;
  se: number;
}

/** Up to this share of clusters that differ from the commonest one, only they are drawn. */
const SPARSE = 0.2;
const FEWEST = 64;

/**
 * Resamples clusters of which only size and residual sum are known; each call gives the next one, in one object that is
 * used again. Made in one pass, from sums over the clusters of each size: with `seScale` the se of the sample itself.
 */
export function resampleMean(
  sizes: Float64Array,
  residuals: Float64Array,
  seScale: number,
  resampling: Resampling,
): () => ResampledMean {
  const distinct = [...new Set(sizes)];
  const classes = Uint32Array.from(sizes, (size) => distinct.indexOf(size));
  const counts = new Float64Array(distinct.length);
  const sums = new Float64Array(distinct.length);
  const squares = new Float64Array(distinct.length);
  const { drawn, draw } = clusterDrawer(sizes, residuals, resampling);
  const found: ResampledMean = { size: 0, shift: 0, se: 0 };
  const weigh = (cluster: number, times: number): void => {
    const k = classes[cluster]!;
    const residual = residuals[cluster]!;
    counts[k]! += times;
    sums[k]! += times * residual;
    squares[k]! += times * residual * residual;
  };
  return () => {
    const { picks, commonest, rest } = draw();
    counts.fill(0);
    sums.fill(0);
    squares.fill(0);
    if (distinct.length > 1) for (let i = 0; i < picks; i++) weigh(drawn[i]!, 1);
    else {
      let [total, square] = [0, 0];
      for (let i = 0; i < picks; i++) {
        const residual = residuals[drawn[i]!]!;
        total += residual;
        square += residual * residual;
      }
      counts[0] = picks;
      sums[0] = total;
      squares[0] = square;
    }
    if (rest > 0) weigh(commonest, rest);
    let [size, total] = [0, 0];
    for (let k = 0; k < distinct.length; k++) {
      size += counts[k]! * distinct[k]!;
      total += sums[k]!;
    }
    const shift = total / size;
    let variance = 0;
    for (let k = 0; k < distinct.length; k++) {
      const of = distinct[k]!;
      const about = squares[k]! - 2 * shift * of * sums[k]! + shift * shift * of * of * counts[k]!;
      variance += about / (1 - of / size);
    }
    found.size = size;
    found.shift = shift;
    found.se = Math.sqrt(Math.max(variance, 0)) / size;
    // Sums of squares lose their digits where little is left of them: then the residuals are taken one by one.
    if (!(found.se > 1e-4 * seScale)) {
      let one = 0;
      const add = (cluster: number, times: number): void => {
        const residual = residuals[cluster]! - shift * sizes[cluster]!;
        one += (times * residual * residual) / (1 - sizes[cluster]! / size);
      };
      for (let i = 0; i < picks; i++) add(drawn[i]!, 1);
      if (rest > 0) add(commonest, rest);
      found.se = Math.sqrt(one) / size;
    }
    return found;
  };
}

interface Drawn {
  /** How many clusters stand in `drawn`, and how many more are like `commonest`. */
  picks: number;
  readonly commonest: number;
  rest: number;
}

/**
 * Draws as many clusters as there are, with replacement. Where nearly all are alike (few answers ever flip), only the
 * others are drawn: their places among the draws are the successes of a Bernoulli sequence, found by geometric gaps
 * (Devroye 1986, ch. X.2), which is the same distribution.
 */
function clusterDrawer(
  sizes: Float64Array,
  residuals: Float64Array,
  resampling: Resampling,
): { readonly drawn: Int32Array; readonly draw: () => Drawn } {
  const clusters = sizes.length;
  const drawn = new Int32Array(clusters);
  const { next } = resampling;
  const commonest = findCommonest(sizes, residuals);
  const alike = (c: number) => sizes[c] === sizes[commonest] && residuals[c] === residuals[commonest];
  const others = Int32Array.from(sizes.keys()).filter((c) => !alike(c));
  const share = others.length / clusters;
  if (clusters < FEWEST || share > SPARSE) {
    const fill = drawerOf(resampling);
    const all: Drawn = { picks: clusters, commonest, rest: 0 };
    return {
      drawn,
      draw: () => {
        fill(drawn, clusters);
        return all;
      },
    };
  }
  const found: Drawn = { picks: 0, commonest, rest: clusters };
  const scale = 1 / Math.log1p(-share);
  return {
    drawn,
    draw: () => {
      let picks = 0;
      for (let at = Math.floor(Math.log(1 - next()) * scale); at < clusters; ) {
        drawn[picks++] = others[Math.floor(next() * others.length)]!;
        at += 1 + Math.floor(Math.log(1 - next()) * scale);
      }
      found.picks = picks;
      found.rest = clusters - picks;
      return found;
    },
  };
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
