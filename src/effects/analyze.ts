import type { BestOfN, Covariate, CurvePoint, Effect, Exchange, ExchangeRate, Stratum } from "../contract.js";
import type { Evidence } from "../rubric/judge.js";
import type { Rule } from "../rubric/rubric.js";
import type { ScoredPair, ScoredResponse, SkippedPair } from "../store/scored-pairs.js";
import { adjustPs } from "./adjust-ps.js";
import { type Altered, indexAnswers } from "./altered.js";
import { analyzeRanking } from "./analyze-ranking.js";
import { analyzeRule } from "./analyze-rule.js";
import { bestOfNCurves } from "./best-of-n.js";
import { checkpointDrift, type PolicyAnswer } from "./checkpoint-drift.js";
import { divideItems, type ItemFacts } from "./divide.js";
import { exchangeRate } from "./exchange-rate.js";
import { sharedDraws } from "./infer.js";
import type { Rulers } from "./metrics.js";

export interface AnalysisInput {
  readonly responses: readonly ScoredResponse[];
  /** Those of prompts that every operator took, where a budget left more to some than to others: a draw of all the data. */
  readonly core?: readonly ScoredResponse[] | undefined;
  /** Valid pairs of one operator, all doses, ordered by item. */
  readonly pairsOf: (augmentation: string) => readonly ScoredPair[];
  /** Pairs of one operator that came to nothing. */
  readonly skippedOf?: (augmentation: string) => readonly SkippedPair[];
  /** The covariates an operator means to move. */
  readonly targetsOf?: (augmentation: string) => readonly Covariate[];
  /** By which the data are divided; without them there are only sides. */
  readonly items?: readonly ItemFacts[];
  readonly rules: readonly Rule[];
  readonly exchange?: readonly Exchange[] | undefined;
  /** Of a policy in training, where the data are rollouts. */
  readonly policyAnswers?: readonly PolicyAnswer[];
  readonly rulers: Rulers;
  readonly alpha: number;
  readonly seed: number;
}

export interface AnalysisOutput {
  readonly effects: readonly Effect[];
  readonly curves: readonly CurvePoint[];
  /** One a claim, in the rubric's order. */
  readonly evidence: readonly Evidence[];
  readonly bestOfN?: readonly BestOfN[];
  readonly exchangeRates?: readonly ExchangeRate[];
  readonly checkpoints?: ReturnType<typeof checkpointDrift>;
}

/** Every effect of a run and the evidence for every claim: a pure function of stored scores, rules and seed. */
export function analyzeScores(input: AnalysisInput): AnalysisOutput {
  return joinParts([...analyzeByRule(input)]);
}

/** The same in parts, one a rule and a last one, for a caller that has something else to do in between. */
export function* analyzeByRule(input: AnalysisInput): Generator<AnalysisOutput> {
  const divisions = divideItems(input.items ?? [], strataOf(input.rules));
  const { alpha, seed } = input;
  const seeded = { alpha, seed, multiplicities: sharedDraws(seed), known: new WeakMap() };
  const core = input.core ?? input.responses;
  const answerOf = indexAnswers(core);
  const altered: Altered[] = [];
  for (const [index, rule] of input.rules.entries()) {
    const around = { divisions, seeded, before: input.rules.slice(0, index), answerOf };
    if (rule.kind === "ranking") yield analyzeRanking(rule, { ...input, responses: core }, divisions, seeded);
    else {
      const found = analyzeRule(rule, input, around);
      altered.push(...found.altered);
      yield found;
    }
  }
  const { rulers, pairsOf, exchange = [], policyAnswers = [] } = input;
  yield {
    ...{ effects: [], curves: [], evidence: [] },
    bestOfN: bestOfNCurves(altered, core, rulers.tolerance, alpha),
    checkpoints: checkpointDrift(policyAnswers, seeded),
    exchangeRates: exchange.map((one) => exchangeRate(one, pairsOf, rulers.scale, seeded)),
  };
}

/** Adjusted p and q look at all parts together. */
export function joinParts(parts: readonly AnalysisOutput[]): AnalysisOutput {
  return {
    effects: adjustPs(parts.flatMap((part) => part.effects)),
    curves: parts.flatMap((part) => part.curves),
    evidence: parts.flatMap((part) => part.evidence),
    bestOfN: parts.flatMap((part) => part.bestOfN ?? []),
    exchangeRates: parts.flatMap((part) => part.exchangeRates ?? []),
    checkpoints: {
      means: parts.flatMap((part) => part.checkpoints?.means ?? []),
      correlations: parts.flatMap((part) => part.checkpoints?.correlations ?? []),
    },
  };
}

/** The parts of the data on which claims are made. */
export function strataOf(rules: readonly Rule[]): Stratum[] {
  return rules.flatMap(({ claims }) => claims.flatMap(({ stratum }) => (stratum ? [stratum] : [])));
}
