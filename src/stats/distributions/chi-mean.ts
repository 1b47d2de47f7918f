/** Nodes and weights of 8-point Gauss-Legendre on [-1, 1] (Abramowitz & Stegun, table 25.4); they are symmetric. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

const PANELS = 192;

/**
 * Mean of f(s) over s = sqrt(chi^2_df / df), the sampling distribution of a standard deviation over its truth;
 * f counts as 0 above `until`. The density is normalised by the same quadrature. `df` >= 1.
 */
export function chiMean(df: number, f: (s: number) => number, until = Number.POSITIVE_INFINITY): number {
  const mode = Math.sqrt((df - 1) / df);
  const spread = 1 / Math.sqrt(2 * df);
  const from = Math.max(0, mode - 12 * spread);
  const to = mode + 12 * spread;
  const logDensity = (s: number) => (df === 1 ? 0 : (df - 1) * Math.log(s)) - (df * s * s) / 2;
  const peak = df === 1 ? 0 : logDensity(mode);
  const density = (s: number) => Math.exp(logDensity(s) - peak);
  if (until <= from) return 0;
  const part = integral((s) => density(s) * f(s), from, Math.min(to, until));
  return part / integral(density, from, to);
}

function integral(f: (s: number) => number, from: number, to: number): number {
  const half = (to - from) / PANELS / 2;
  let total = 0;
  for (let panel = 0; panel < PANELS; panel++) {
    const middle = from + (2 * panel + 1) * half;
    NODES.forEach((node, i) => {
      total += WEIGHTS[i]! * (f(middle - node * half) + f(middle + node * half));
    });
  }
  return total * half;
}
