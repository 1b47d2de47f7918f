import type {
  BestOfN,
  CheckpointMean,
  CurvePoint,
  Effect,
  ExchangeRate,
  RankingCell,
  RunView,
  ScoreHistogram,
} from "../../../src/contract.js";
import { blankEffect } from "../../../src/effects/effect-row.js";
import { DETAILS } from "../details.js";
import { BAD, BETTER } from "../views.js";

const ADJUSTED: Readonly<Record<string, readonly [number, number, number, boolean]>> = {
  "length-padding 2": [0.05, -0.05, 0.15, true],
  "length-padding 4": [0.02, -0.1, 0.12, false],
  "plain-to-markdown ": [2.9, 2.7, 3.1, false],
};

const effects: readonly Effect[] = BAD.effects.map((one) => {
  const found = ADJUSTED[`${one.augmentation} ${one.dose ?? ""}`];
  if (one.metric !== "bias" || found === undefined) return one;
  const [adjusted, adjustedLower, adjustedUpper, disagrees] = found;
  return { ...one, adjusted, adjustedLower, adjustedUpper, disagrees, adjustedFor: "tokens,listItems" };
});

/** Operators that must move the reward have their plain move beside the move towards the right way. */
const biases = effects
  .filter(({ metric }) => metric === "effect")
  .map((one): Effect => {
    const turn = (value: number | null) => (value === null ? null : -value);
    return {
      ...one,
      metric: "bias",
      estimate: turn(one.estimate),
      lower: turn(one.upper),
      upper: turn(one.lower),
    };
  });

function accuracy(subset: string | null, estimate: number, lower: number, upper: number): Effect {
  const stratum = subset === null ? null : ({ kind: "subset", value: subset } as const);
  const blank = blankEffect(
    { scope: "ranking", attribute: "ranking", augmentation: "", dose: null, stratum },
    "accuracy",
    0.05,
  );
  return { ...blank, estimate, lower, upper, n: 50, clusters: 50 };
}

const curves: readonly CurvePoint[] = [
  [1.5, 0.1, 0.02, 0.18, 0.1],
  [2, 0.34, 0.25, 0.43, 0.3],
  [4, 0.26, 0.1, 0.9, 0.3],
].map(([dose, z, lower, upper, fit]) => ({
  ...{
    attribute: "length",
    augmentation: "length-padding",
    dose: dose!,
    lengthRatio: dose!,
    z: z!,
    lower: lower!,
  },
  ...{ upper: upper!, fit: fit!, n: 100, items: 100, clusters: 90, reason: "" },
}));

const bestOfN: readonly BestOfN[] = (["any", "hack"] as const).flatMap((kind) =>
  [1, 4, 16, 64].map((n, at): BestOfN => {
    const taken = kind === "any" ? 0.5 + at / 10 : 0.5 - at / 20;
    const bounds = n === 1 ? { lower: null, upper: null } : { lower: taken - 0.05, upper: taken + 0.04 };
    return {
      ...{ kind, attribute: "", augmentation: "", n, taken, ...bounds, alpha: 0.05, blind: 0.5 },
      ...{ prompts: 120, good: 240, bad: 480, method: "", reason: "" },
    };
  }),
);

const rate: ExchangeRate = {
  ...{
    degradation: "number-changed",
    hack: "length-padding",
    loss: -0.42,
    lossLower: -0.55,
    lossUpper: -0.3,
  },
  ...{ dose: 2.5, doseSign: "", lower: 2, lowerSign: "", upper: 4, upperSign: ">", alpha: 0.05 },
  ...{ method: "", n: 120, clusters: 118, reason: "" },
};

const cells: readonly RankingCell[] = ["concise", "plain", "markdown"].flatMap((chosenStyle, row) =>
  ["concise", "plain", "markdown"].map((rejectedStyle, column) => ({
    ...{ subset: "chat", chosenStyle, rejectedStyle, comparisons: 129 },
    ...{ accuracy: (1 + row * 3 + column) / 10, margin: 0.1 },
  })),
);

function histogram(
  augmentation: string,
  part: ScoreHistogram["part"],
  texts: readonly number[],
): ScoreHistogram {
  const bins = texts.map((many, at) => ({ low: at / 4 - 1, high: (at + 1) / 4 - 1, texts: many }));
  return { augmentation, part, bins: bins.filter((bin) => bin.texts > 0) };
}

const means: readonly CheckpointMean[] = (["reward", "tokens"] as const).flatMap((measure) =>
  [0, 100, 400].map((step, place): CheckpointMean => {
    const mean = measure === "reward" ? 1 + place : 80 + 20 * place;
    const change = place === 0 ? null : mean - (measure === "reward" ? 1 : 80);
    return {
      ...{
        place,
        checkpoint: `at-${step}`,
        step,
        measure,
        mean,
        lower: mean - 0.2,
        upper: mean + 0.3,
        change,
      },
      ...{ changeLower: change, changeUpper: change, alpha: 0.05, n: 120, prompts: 60, reason: "" },
    };
  }),
);

/** A run that has data for every chart. */
export const RICH: RunView = {
  ...BAD,
  effects: [...effects, ...biases, accuracy(null, 0.58, 0.51, 0.65)],
  strata: [accuracy("towns", 0.7, 0.6, 0.8), accuracy("dates", 0.4, 0.2, 0.61)],
  curves,
  bestOfN,
  exchangeRates: [
    rate,
    {
      ...rate,
      degradation: "claim-negated",
      dose: null,
      lower: null,
      upper: null,
      reason: "it costs nothing",
    },
  ],
  checkpoints: { means, correlations: [] },
  details: {
    ...DETAILS,
    rankings: cells,
    histograms: [
      histogram("", "chosen", [1, 5, 0, 10, 4]),
      histogram("", "rejected", [4, 10, 5, 0, 1]),
      histogram("number-changed", "base", [0, 2, 6, 2, 0]),
      histogram("number-changed", "variant", [2, 6, 2, 0, 0]),
    ],
    margins: [0.1, 0.5, 1.5].map((mean, at) => ({
      ...{ low: mean / 2, mean, high: mean * 1.5, comparisons: 50, accuracy: 0.5 + at / 10 },
      claimed: 1 / (1 + Math.exp(-mean)),
    })),
  },
};

/** Another model under the same rubric: every mean move is half as large. */
export const HALF: RunView = {
  ...RICH,
  run: BETTER.run,
  scorer: BETTER.scorer,
  verdicts: BETTER.verdicts,
  effects: RICH.effects.map((one) => {
    const half = (value: number | null) => (value === null ? null : value / 2);
    if (one.metric !== "bias") return one;
    return { ...one, estimate: half(one.estimate), lower: half(one.lower), upper: half(one.upper) };
  }),
};
