import { drawerOf, type Resampling } from "./sample.js";

/** Up to this share of clusters that differ from the commonest one, only they are drawn. */
const SPARSE = 0.25;
const FEWEST = 64;

/** The clusters with those like the commonest one last, if these are nearly all: then only the `differing` first are drawn. */
export function orderOf(
  sizes: Float64Array,
  residuals: Float64Array,
): { readonly order: Int32Array; readonly differing: number } {
  const all = Int32Array.from(sizes.keys());
  const like = findCommonest(sizes, residuals);
  const differs = (c: number) => sizes[c] !== sizes[like] || residuals[c] !== residuals[like];
  const others = all.filter(differs);
  if (sizes.length < FEWEST || others.length > SPARSE * sizes.length)
    return { order: all, differing: sizes.length };
  const order = new Int32Array(sizes.length);
  order.set(others);
  order.set(
    all.filter((c) => !differs(c)),
    others.length,
  );
  return { order, differing: others.length };
}

export interface Draw {
  readonly drawn: Int32Array;
  /** Draws the next resample; how many clusters now stand in `drawn`, the rest being like the last one. */
  readonly draw: () => number;
}

export function drawAll(clusters: number, resampling: Resampling): Draw {
  const drawn = new Int32Array(clusters);
  const fill = drawerOf(resampling);
  return {
    drawn,
    draw: () => {
      fill(drawn, clusters);
      return clusters;
    },
  };
}

/**
 * Where nearly all are alike (few answers ever flip), only the others are drawn: their places among the draws are the
 * successes of a Bernoulli sequence, found by geometric gaps (Devroye 1986, ch. X.2), which is the same distribution.
 */
export function drawDiffering(clusters: number, differing: number, resampling: Resampling): Draw {
  const drawn = new Int32Array(clusters);
  const fill = drawerOf(resampling);
  const gaps = new Int32Array(256);
  let used = gaps.length;
  const scale = 1 / Math.log1p(-differing / clusters);
  const gap = (): number => {
    if (used === gaps.length) {
      fill(gaps, 0x7fffffff);
      used = 0;
    }
    return Math.floor(Math.log((gaps[used++]! + 0.5) / 0x7fffffff) * scale);
  };
  return {
    drawn,
    draw: () => {
      let picks = 0;
      if (differing > 0) for (let at = gap(); at < clusters; at += 1 + gap()) picks++;
      fill(drawn.subarray(0, picks), differing);
      return picks;
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
