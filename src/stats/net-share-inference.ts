import type { Inconclusive } from "./inconclusive.js";
import type { Inference } from "./inference.js";
import { meanInference } from "./mean-inference.js";
import { requireWithin } from "./refuse.js";
import type { Resampling, Sample } from "./sample.js";

/**
 * Inference on a net share, the mean of values in [-1, 1] (a share less its placebo): that of a mean whose limits are known.
 * Inconclusive under six clusters. Throws RangeError on values outside [-1, 1].
 */
export function netShareInference(sample: Sample, resampling: Resampling): Inference | Inconclusive {
  for (const value of sample.values) requireWithin(value, -1, 1, "net share");
  return meanInference(sample, resampling, { low: -1, high: 1 });
}
