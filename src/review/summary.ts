import type { JudgedValidity, OperatorValidity } from "../contract.js";
import { clopperPearson } from "../stats/clopper-pearson.js";
import { isInconclusive } from "../stats/inconclusive.js";

/** Pairs are of different prompts, so that the exact binomial interval holds. */
export function withInterval(validity: JudgedValidity, by: OperatorValidity["by"]): OperatorValidity {
  const interval = clopperPearson(validity.asExpected, validity.read, 0.95);
  if (isInconclusive(interval)) throw new RangeError(`${validity.augmentation} was read at no pair`);
  return { ...validity, lower: interval.lower, upper: interval.upper, by };
}
