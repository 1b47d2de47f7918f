import type { Expectation } from "../../src/contract.js";
import type { TrainingPair } from "../../src/store/training-pairs.js";
import type { Texts } from "../../src/training-set/rows.js";

export function pairOf(expects: Expectation, more: Partial<TrainingPair> = {}): TrainingPair {
  return {
    ...{ pair: "a0", item: "i", position: 0, augmentation: "shorter", dose: null, expects },
    ...{ family: "length", attribute: "length", suspect: false, ...more },
  };
}

const PROMPT = [
  { role: "system", content: "Be brief." },
  { role: "user", content: "Why?" },
];

export const TEXTS: Texts = {
  base: { messages: PROMPT, response: "the base" },
  variant: { messages: PROMPT, response: "the variant" },
};
