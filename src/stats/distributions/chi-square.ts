import { requireCount, requireWithin } from "../refuse.js";
import { normalCdf } from "./normal.js";

/**
 * P(X > x) with whole degrees of freedom: the finite sums of Abramowitz & Stegun 26.4.4 and 26.4.5, all terms positive,
 * so that far tails keep their digits. Throws RangeError on a negative or NaN x or df that is not a whole number above 0.
 */
export function chiSquareSf(x: number, df: number): number {
  requireWithin(x, 0, Number.POSITIVE_INFINITY, "x");
  requireCount(df - 1, "df - 1");
  if (x === Number.POSITIVE_INFINITY) return 0;
  const odd = df % 2 === 1;
  let total = odd ? 2 * normalCdf(-Math.sqrt(x)) : Math.exp(-x / 2);
  let term = odd ? Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) : (x / 2) * Math.exp(-x / 2);
  for (let power = odd ? 3 : 4; power <= df; power += 2) {
    total += term;
    term *= x / power;
  }
  return total;
}
