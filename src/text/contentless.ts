import { COVARIATES, type ResponseAugmentation, type Skip, skip } from "../contract.js";
import { countWords } from "./counting.js";

/** A shorter answer may say no more than the probe. */
const LEAST_WORDS = 10;

/** What every operator declares alike that leaves nothing of an answer. */
export const PROBE = Object.freeze({
  expects: "lower",
  attribute: "probe",
  languages: "any",
  preserves: [],
  touches: ["reasoning", "tool calls"],
  // The whole answer goes, and with it all there was to count.
  targets: COVARIATES,
  source:
    "One token to fool LLM-as-a-judge (Zhao et al. 2025, arXiv 2507.08794): answers without content that score high.",
} as const satisfies Partial<ResponseAugmentation>);

/** The probe that stands for an answer; skips an answer that may say no more. */
export function inPlaceOf(response: string, probe: () => string): string | Skip {
  return countWords(response) < LEAST_WORDS ? skip("short-answer") : probe();
}

/** What an operator does that puts one of these texts in the place of the answer. */
export function oneOf(probes: readonly string[]): ResponseAugmentation["apply"] {
  return ({ response }, { random }) => inPlaceOf(response, () => random.pick(probes));
}
