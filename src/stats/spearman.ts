import { squaresAboutMean } from "./descriptive.js";
import { tCdf } from "./distributions/student-t.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { midranks } from "./midranks.js";
import { requireFinite, requireSameLength } from "./refuse.js";
import { sum } from "./sample.js";

export interface RankCorrelation {
  readonly rho: number;
  /** Two-sided, from t with n - 2 degrees of freedom; null for two points. */
  readonly p: number | null;
}

/** Correlation of midranks (Spearman 1904). Inconclusive where x or y does not vary. Throws RangeError on invalid input. */
export function spearman(x: readonly number[], y: readonly number[]): RankCorrelation | Inconclusive {
  requireSameLength(x, y, "x and y");
  requireFinite(x, "x");
  requireFinite(y, "y");
  const n = x.length;
  const [rx, ry] = [midranks(x), midranks(y)];
  const spread = Math.sqrt(squaresAboutMean(rx) * squaresAboutMean(ry));
  if (!(spread > 0)) return inconclusive("x or y does not vary");
  const centre = (n + 1) / 2;
  const product = sum(rx.map((rank, i) => (rank - centre) * (ry[i]! - centre)));
  const rho = Math.max(-1, Math.min(1, product / spread));
  if (n < 3) return { rho, p: null };
  const t = Math.abs(rho) * Math.sqrt((n - 2) / ((1 - rho) * (1 + rho)));
  return { rho, p: 2 * tCdf(-t, n - 2) };
}
