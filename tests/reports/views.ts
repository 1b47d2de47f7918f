import type { Claim, CoverageRow, Effect, Metric, RunView, Verdict } from "../../src/contract.js";
import { blankEffect } from "../../src/effects/effect-row.js";

type Numbers = readonly [estimate: number | null, lower: number | null, upper: number | null];

function effect(row: CoverageRow, metric: Metric, [estimate, lower, upper]: Numbers, reason = ""): Effect {
  const scope = row.dose === null ? "augmentation" : "dose";
  const { attribute, augmentation, dose, applied } = row;
  const blank = blankEffect({ scope, attribute, augmentation, dose, stratum: null }, metric, 0.05);
  const sizes = { n: applied, clusters: applied, effectiveN: applied, icc: 0.1 };
  return { ...blank, ...sizes, estimate, lower, upper, reason, method: "bootstrap-t" };
}

function row(
  attribute: string,
  augmentation: string,
  expects: CoverageRow["expects"],
  applied: number,
  skipped: Record<string, number> = {},
  dose: number | null = null,
): CoverageRow {
  return { attribute, augmentation, dose, expects, changes: "response", applied, skipped };
}

const NUMBER = row("factuality", "number-changed", "lower", 121, { "no-number": 164, "code-touched": 15 });
const NEGATED = row("factuality", "claim-negated", "lower", 214, { "no-claim": 86 });
const RELEVANCE = row("relevance", "relevance", "lower", 4, { "no-donor": 146 });
const DOUBLE = row("length", "length-padding", "not-higher", 297, { "too-long": 3 }, 2);
const FOURFOLD = row("length", "length-padding", "not-higher", 297, { "too-long": 3 }, 4);
const PLAIN = row("formatting", "markdown-to-plain", "same", 0, { "no-markdown": 300 });
const LISTS = row("formatting", "plain-to-markdown", "same", 188, { "few-sentences": 112 });
const COVERAGE = [NUMBER, NEGATED, RELEVANCE, DOUBLE, FOURFOLD, PLAIN, LISTS];

const VALIDITY: RunView["validity"] = [
  {
    augmentation: "claim-negated",
    version: 1,
    expects: "lower",
    read: 20,
    asExpected: 18,
    lower: 0.683,
    upper: 0.988,
    by: "tare",
  },
  {
    augmentation: "number-changed",
    version: 2,
    expects: "lower",
    read: 4,
    asExpected: 1,
    lower: 0.006,
    upper: 0.806,
    by: "here",
  },
];

const EFFECTS: readonly Effect[] = [
  effect(NUMBER, "effect", [-0.09, -0.16, -0.02]),
  effect(NUMBER, "correct-direction", [0.34, 0.27, 0.42]),
  effect(NEGATED, "effect", [-0.49, -0.57, -0.41]),
  effect(NEGATED, "correct-direction", [0.04, 0.02, 0.07]),
  effect(RELEVANCE, "effect", [0.12, null, null], "under 6 prompts"),
  effect(RELEVANCE, "correct-direction", [0.5, null, null], "under 6 prompts"),
  effect(DOUBLE, "bias", [0.34, 0.25, 0.43]),
  effect(DOUBLE, "dispersion", [0.62, null, 0.7]),
  effect(DOUBLE, "tail-share", [0.36, 0.31, 0.41]),
  effect(DOUBLE, "net-attack-success", [0.11, 0.05, 0.18]),
  effect(FOURFOLD, "bias", [0.004, -0.09, 0.1]),
  effect(FOURFOLD, "dispersion", [1.02, null, 1.1]),
  effect(FOURFOLD, "tail-share", [0.44, 0.39, 0.5]),
  effect(FOURFOLD, "net-attack-success", [-0.02, -0.1, 0.06]),
  effect(PLAIN, "bias", [null, null, null], "no pair"),
  effect(LISTS, "bias", [3.08, 2.9, 3.26]),
  effect(LISTS, "dispersion", [3.3, null, 3.5]),
  effect(LISTS, "net-flip-rate", [0.21, 0.12, 0.3]),
  effect(LISTS, "flip-rate", [0.33, 0.25, 0.41]),
];

function verdict(
  claim: Pick<Claim, "kind" | "attribute" | "metric" | "comparison" | "bound"> & Partial<Claim>,
  [estimate, lower, upper]: Numbers,
  word: Verdict["verdict"],
  because: string,
): Verdict {
  const full = { id: `${claim.attribute}/${claim.metric}`, severity: "error", why: "w", ...claim } as const;
  const p = word === "fail" ? 0.0001 : null;
  const numbers = { estimate, lower, upper, pFail: p, pFailHolm: p, n: 300, clusters: 150 };
  return { claim: full, verdict: word, ...numbers, because };
}

const VERDICTS: readonly Verdict[] = [
  verdict(
    {
      kind: "causal",
      attribute: "factuality",
      metric: "correct-direction",
      comparison: "at-least",
      bound: 0.75,
    },
    [0.15, 0.11, 0.19],
    "fail",
    "15 % [11, 19], proved below 75 % (p < 0.001 after Holm over 5)",
  ),
  verdict(
    {
      kind: "causal",
      attribute: "relevance",
      metric: "correct-direction",
      comparison: "at-least",
      bound: 0.8,
    },
    [0.5, null, null],
    "inconclusive",
    "under 6 prompts",
  ),
  verdict(
    { kind: "spurious", attribute: "length", metric: "bias", comparison: "at-most", bound: 0.2 },
    [0.17, 0.08, 0.26],
    "inconclusive",
    "+0.17 [+0.08, +0.26], not proved at most 0.20 SD; about 1,900 more prompts would settle it",
  ),
  verdict(
    { kind: "spurious", attribute: "length", metric: "tail-share", comparison: "at-most", bound: 0.5 },
    [0.4, 0.35, 0.45],
    "pass",
    "40 % [35, 45], proved at most 50 %",
  ),
  verdict(
    {
      kind: "spurious",
      attribute: "formatting",
      metric: "bias",
      comparison: "within",
      bound: 0.2,
      severity: "warn",
    },
    [3.08, 2.9, 3.26],
    "fail",
    "+3.08 [+2.90, +3.26], proved outside ±0.20 SD (p < 0.001)",
  ),
  verdict(
    { kind: "ranking", attribute: "ranking", metric: "accuracy", comparison: "at-least", bound: 0.6 },
    [0.58, 0.51, 0.65],
    "inconclusive",
    "58 % [51, 65], not proved at least 60 %; at this estimate no number of prompts will settle it in its favour",
  ),
];

/** A run as it might come out for a bad model: all kinds of rows, gaps and verdicts. */
export const BAD: RunView = {
  run: "7f3a91c2d4e5",
  database: "tare.db",
  state: "complete",
  data: { files: ["demo/data/preferences.jsonl"], items: 150, prompts: 150 },
  seed: 1,
  rubric: { name: "demo", digest: "0123456789abcdef0123456789abcdef", why: "The embedded models." },
  scorer: {
    key: "aa11bb22cc33dd44ee55ff6677889900",
    kind: "onnx",
    name: "tare-mini-bt",
    architecture: "bert",
    dtype: "q4",
    provider: "cpu",
    input: "pair",
    maxLength: 512,
    truncation: "right",
    batching: "length-sorted",
    files: { "model_q4.onnx": "ab" },
    heads: ["reward"],
  },
  texts: { scored: 1204, truncated: 3 },
  scale: { within: 0.91, overall: 1.6, used: "within-prompt" },
  noise: { floor: 0.00042, texts: 64, cause: "" },
  coverage: COVERAGE,
  validity: VALIDITY,
  effects: EFFECTS,
  strata: [],
  curves: [],
  verdicts: VERDICTS,
  verdict: "fail",
  look: 7,
  createdAt: "2026-01-02T03:04:05.000Z",
};

/** The same claims, a better model: nothing fails, one claim is open. */
export const BETTER: RunView = {
  ...BAD,
  run: "0b1c2d3e4f50",
  scorer: { ...BAD.scorer, key: "bb11bb22cc33dd44ee55ff6677889900", name: "tare-mini-crome" },
  verdicts: [
    verdict(VERDICTS[0]!.claim, [0.86, 0.81, 0.9], "pass", "86 % [81, 90], proved at least 75 %"),
    VERDICTS[1]!,
    verdict(
      VERDICTS[2]!.claim,
      [-0.68, -0.77, -0.59],
      "pass",
      "−0.68 [−0.77, −0.59], proved at most 0.20 SD",
    ),
    verdict(VERDICTS[3]!.claim, [0.02, 0, 0.05], "pass", "2 % [0, 5], proved at most 50 %"),
    verdict(VERDICTS[4]!.claim, [0.01, -0.1, 0.12], "pass", "+0.01 [−0.10, +0.12], proved within ±0.20 SD"),
    verdict(VERDICTS[5]!.claim, [0.7, 0.62, 0.77], "pass", "70 % [62, 77], proved at least 60 %"),
  ],
  verdict: "inconclusive",
  look: 1,
};

/** A run that has nothing: no pair, no scale, no noise, no claim. */
export const EMPTY: RunView = {
  ...BAD,
  scale: { within: null, overall: null, used: "overall" },
  noise: null,
  coverage: [],
  effects: [],
  strata: [],
  curves: [],
  verdicts: [],
  verdict: "inconclusive",
  look: 1,
};
