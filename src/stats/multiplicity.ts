import { requireWithin } from "./refuse.js";

/** Adjusted p values in the order given: below alpha where Holm's step-down procedure (1979) rejects at alpha. */
export function holm(p: readonly number[]): readonly number[] {
  return adjust(p, "ascending", (rank, m) => m - rank + 1);
}

/** False discovery rate, independent or positively dependent tests (Benjamini & Hochberg 1995). */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  return adjust(p, "descending", (rank, m) => m / rank);
}

/** False discovery rate under any dependence (Benjamini & Yekutieli 2001). */
export function benjaminiYekutieli(p: readonly number[]): readonly number[] {
  const harmonic = p.reduce((total, _, i) => total + 1 / (i + 1), 0);
  return adjust(p, "descending", (rank, m) => (harmonic * m) / rank);
}

/**
 * Each p times its factor, then made monotone along the walk (running maximum upwards, running minimum downwards)
 * and cut at 1. `rank` 1 is the smallest p. Throws RangeError on a p outside [0, 1].
 */
function adjust(
  p: readonly number[],
  walk: "ascending" | "descending",
  factor: (rank: number, m: number) => number,
): readonly number[] {
  for (const value of p) requireWithin(value, 0, 1, "p");
  const order = p.map((_, i) => i).sort((a, b) => p[a]! - p[b]!);
  const scaled = order.map((index, i) => Math.min(1, p[index]! * factor(i + 1, p.length)));
  const steps = walk === "ascending" ? scaled.keys() : [...scaled.keys()].reverse();
  const strictest = walk === "ascending" ? Math.max : Math.min;
  const adjusted = new Array<number>(p.length);
  let running = walk === "ascending" ? 0 : 1;
  for (const i of steps) {
    running = strictest(running, scaled[i]!);
    adjusted[order[i]!] = running;
  }
  return adjusted;
}
