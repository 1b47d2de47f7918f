import type { Claim } from "../../src/contract.js";
import type { AnalysisInput } from "../../src/effects/analyze.js";
import type { Rulers } from "../../src/effects/metrics.js";
import type { Rule } from "../../src/rubric/rubric.js";
import type { ScoredPair, ScoredResponse } from "../../src/store/scored-pairs.js";

/** A scored response with what a test says of it. */
export function responseOf(
  item: string,
  role: ScoredResponse["role"],
  score: number,
  position = role === "rejected" ? 1 : 0,
): ScoredResponse {
  return { item, prompt: `prompt of ${item}`, position, role, style: "", score, truncated: false };
}

/** The pair that takes a response to another score. */
export function pairOf(
  base: ScoredResponse,
  variant: number,
  more: Partial<Pick<ScoredPair, "dose" | "augmentation" | "baseTokens" | "variantTokens">> = {},
): ScoredPair {
  const { item, prompt, position, role, style, score } = base;
  const fixed = {
    augmentation: "padding",
    dose: null,
    expects: "same",
    changes: "response",
    baseTokens: 10,
    variantTokens: 20,
  };
  return { item, prompt, position, role, style, ...fixed, base: score, variant, ...more } as ScoredPair;
}

/** Raw scores are z. */
export const RULERS: Rulers = {
  scale: { within: 1, overall: 1, used: "within-prompt", ruler: 1, span: 6, reason: "" },
  tolerance: 0,
  tail: 0.5,
};

export function ruleOf(fields: Partial<Rule> & { readonly claims?: readonly Claim[] } = {}): Rule {
  const selected = [{ augmentation: "padding", dose: undefined }];
  return {
    kind: "spurious",
    attribute: "length",
    why: "w",
    selected,
    expects: "same",
    claims: [],
    ...fields,
  };
}

export function inputOf(
  fields: Pick<AnalysisInput, "responses" | "rules"> & { readonly pairs: readonly ScoredPair[] },
  rulers: Partial<Rulers> = {},
): AnalysisInput {
  const { responses, rules, pairs } = fields;
  return {
    responses,
    rules,
    pairsOf: (name) => pairs.filter(({ augmentation }) => augmentation === name),
    rulers: { ...RULERS, ...rulers },
    alpha: 0.05,
    seed: 1,
  };
}
