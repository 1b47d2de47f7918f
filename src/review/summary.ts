import type { JudgedValidity } from "../contract.js";
import { clopperPearson } from "../stats/clopper-pearson.js";
import { isInconclusive } from "../stats/inconclusive.js";

export interface ValiditySummary extends JudgedValidity {
  /** Exact two-sided 95 % interval of the share as expected (Clopper & Pearson 1934): pairs are of different prompts. */
  readonly lower: number;
  readonly upper: number;
}

export function withInterval(validity: JudgedValidity): ValiditySummary {
  const interval = clopperPearson(validity.asExpected, validity.read, 0.95);
  if (isInconclusive(interval)) throw new RangeError(`${validity.augmentation} was read at no pair`);
  return { ...validity, lower: interval.lower, upper: interval.upper };
}
