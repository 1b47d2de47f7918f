import cdf from "@stdlib/stats-base-dists-binomial-cdf";
import quantile from "@stdlib/stats-base-dists-binomial-quantile";
import { requireCount, requireWithin } from "../refuse.js";
import { betaCdf } from "./beta.js";

/** P(X <= k), X ~ Bin(n, p). Throws RangeError unless n is a whole number and p in [0, 1]. */
export function binomialCdf(k: number, n: number, p: number): number {
  requireTrials(n, p);
  return cdf(k, n, p);
}

/** P(X > k), by the beta identity: 1 - cdf would lose a far tail. */
export function binomialSf(k: number, n: number, p: number): number {
  requireTrials(n, p);
  const below = Math.floor(k);
  if (below >= n) return 0;
  return below < 0 ? 1 : betaCdf(p, below + 1, n - below);
}

/** Smallest k with P(X <= k) >= probability. */
export function binomialQuantile(probability: number, n: number, p: number): number {
  requireTrials(n, p);
  requireWithin(probability, 0, 1, "probability");
  return quantile(probability, n, p);
}

function requireTrials(n: number, p: number): void {
  requireCount(n, "n");
  requireWithin(p, 0, 1, "p");
}
