import { tCdf, tQuantile, tSf } from "./distributions/student-t.js";
import type { OneSided } from "./one-sided.js";
import { requireInside } from "./refuse.js";

/** Bounds and p values of an estimate whose (estimate - truth) / se follows Student's t. `se` > 0. */
export function tInference(estimate: number, se: number, df: number): OneSided {
  const reach = (alpha: number) => {
    requireInside(alpha, 0, 1, "alpha");
    // From the lower tail: 1 - alpha would round a small alpha away.
    return -tQuantile(alpha, df) * se;
  };
  return {
    lower: (alpha: number) => estimate - reach(alpha),
    upper: (alpha: number) => estimate + reach(alpha),
    pGreater: (bound: number) => tSf((estimate - bound) / se, df),
    pLess: (bound: number) => tCdf((estimate - bound) / se, df),
  };
}
