import type { ExamplePair, OperatorExamples, RunDetails, RunView } from "../../src/contract.js";
import { BAD } from "./views.js";

const whole = (text: string) => ({ text, before: 0, after: 0 });

export function pair(
  at: number,
  base: string,
  variant: string,
  more: Partial<ExamplePair> = {},
): ExamplePair {
  return {
    pair: `${"0".repeat(31 - String(at).length)}${at}a`,
    item: `item-${at}`,
    subset: "towns",
    role: at % 2 === 0 ? "chosen" : "rejected",
    dose: null,
    baseScore: 1.25,
    variantScore: 0.5 + at / 10,
    z: -0.82 + at / 10,
    base: whole(base),
    variant: whole(variant),
    prompt: whole("How old is the bridge?"),
    variantPrompt: null,
    ...more,
  };
}

export const EXAMPLES: readonly OperatorExamples[] = [
  {
    ...{ attribute: "factuality", augmentation: "number-changed", expects: "lower", changes: "response" },
    pairs: 61,
    shown: [
      pair(1, "It was opened in 1824 by two brothers.", "It was opened in 1842 by two brothers."),
      pair(2, "It cost 20 pounds.", "It cost 30 pounds."),
    ],
  },
  {
    ...{ attribute: "length", augmentation: "length-padding", expects: "not-higher", changes: "response" },
    pairs: 140,
    shown: [pair(3, "It is old.", "It is old. As has been said, it is old.", { dose: 2 })],
  },
  {
    ...{ attribute: "formatting", augmentation: "question-turned", expects: "same", changes: "prompt" },
    pairs: 12,
    shown: [
      pair(4, "Of 1824.", "Of 1824.", { variantPrompt: whole("The bridge: how old is it?") }),
      pair(5, "Quite something else.", "No word of it stays here."),
    ],
  },
];

export const DETAILS: RunDetails = {
  examples: EXAMPLES,
  histograms: [
    { augmentation: "", part: "chosen", bins: [{ low: 0, high: 0.25, texts: 150 }] },
    { augmentation: "number-changed", part: "base", bins: [{ low: 0, high: 0.25, texts: 61 }] },
  ],
  rankings: [
    { subset: "towns", chosenStyle: "", rejectedStyle: "", comparisons: 150, accuracy: 0.58, margin: 0.2 },
  ],
  margins: [{ low: 0, mean: 0.1, high: 0.2, comparisons: 15, accuracy: 0.5, claimed: 0.52 }],
  noise: [
    {
      ...{ head: 0, name: "reward", texts: 64, floor: 0.00042, repeat: 0, batched: 0.00042, padded: 0.0001 },
      cause: "batches of other lengths",
    },
  ],
  placement: [
    {
      ...{ machine: "cpu, 2 cores", tokenBudget: 512, threads: 2, source: "run" },
      ...{ texts: 970, tokens: 98_416, padded: 2919, milliseconds: 85_105.5 },
    },
  ],
  provenance: {
    tareVersion: "0.1.0",
    judgedBy: "0.1.0",
    data: "67879910dea39cd430a0ca1c72ce7416",
    reward: "reward",
    plan: '{"seed":1}',
    rubricSource: '{ "name": "demo" }\n',
    tokenBudget: 512,
    threads: 2,
    operators: [{ name: "number-changed", version: 2, source: "rules written for tare" }],
    events: [{ at: "2026-01-02T03:04:05.000Z", kind: "weighed", detail: "" }],
    earlierEvents: 3,
  },
  queries: [
    {
      name: "verdicts",
      title: "What was decided?",
      parameters: [{ name: "run", standard: null }],
      sql: "-- What was decided?\nSELECT * FROM verdicts WHERE run = :run;\n",
    },
    {
      name: "worst-pairs",
      title: "Which pairs?",
      parameters: [
        { name: "augmentation", standard: null },
        { name: "run", standard: null },
        { name: "limit", standard: "10" },
      ],
      sql: "SELECT 1;",
    },
  ],
};

export const DETAILED: RunView = { ...BAD, details: DETAILS };
