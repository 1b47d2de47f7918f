import type { OneSided } from "./one-sided.js";
import type { Difference } from "./size-difference.js";
import { type Step, type Stepped, stepped } from "./steps.js";

/**
 * Inference on b - a from the two alone: variances are recovered from each one's own bounds and added (MOVER; Zou &
 * Donner 2008, Newcombe 1998), so that skewed bounds stay skewed. Taken for independent: of two scorers on the same texts,
 * which err alike, that is wider than a paired comparison. Bounds are asked for at the alphas of `a`, and p is one of these.
 */
export function independentDifference(b: Pick<Stepped, "estimate" | keyof OneSided>, a: Stepped): Difference {
  const estimate = b.estimate - a.estimate;
  const steps = a.alphas.map((alpha): Step => {
    const below = Math.hypot(b.estimate - b.lower(alpha), a.upper(alpha) - a.estimate);
    const above = Math.hypot(b.upper(alpha) - b.estimate, a.estimate - a.lower(alpha));
    return { alpha, lower: estimate - below, upper: estimate + above };
  });
  const { lower, upper, pGreater, pLess } = stepped(estimate, steps);
  const method = "unpaired, variances recovered from both intervals (MOVER)";
  return Object.freeze({ estimate, method, lower, upper, pGreater, pLess });
}
