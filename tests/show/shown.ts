import { sheetOf } from "../../src/show/sheet.js";
import type { StoredItem } from "../../src/store/browse/read-item.js";
import type { PairScore, StoredPair } from "../../src/store/browse/read-pair.js";
import type { StoredRun } from "../../src/store/browse/read-run.js";
import { BAD } from "../reports/views.js";

export const sheet = (width: number, more: { color?: boolean; ascii?: boolean; full?: boolean } = {}) =>
  sheetOf({ width, color: false, ascii: false, full: false, ...more });

const score = (model: string, numbers: Partial<PairScore>): PairScore => ({
  ...{ run: `${model}-run-0123456789abcdef`, model, dtype: "q4", scorer: `${model}-scorer`, rubric: "demo" },
  ...{
    newest: true,
    item: "item0123456789abcdef",
    position: 1,
    baseScore: 0,
    variantScore: 0,
    difference: 0,
  },
  ...{ z: 0, ruler: 1, noiseFloor: 0.01, truncated: false, broken: false, baseTokens: 20, variantTokens: 40 },
  ...numbers,
});

/** A padded answer: one model falls for it, one does not, one could not read it whole. */
export const PAIR: StoredPair = {
  key: "a71efb0ffafb6a2b1c8e7a2cc1bbe214",
  operator: {
    ...{
      name: "length-padding",
      version: 2,
      attribute: "length",
      changes: "response",
      expects: "not-higher",
    },
    ...{ summary: "Pads the answer.", dose: 2, seed: 1 },
  },
  base: {
    key: "b",
    messages: [{ role: "user", content: "What is rust?" }],
    response: "Rust is iron oxide. Paint slows it down.",
  },
  variant: {
    key: "v",
    messages: [{ role: "user", content: "What is rust?" }],
    response: "Rust is iron oxide. Context always matters. Paint slows it down.",
  },
  drift: {
    ...{ base_tokens: 10, variant_tokens: 14, sentences: 1, list_items: 0, headings: 0, capitals: -1 },
    ...{ similarity: 0.714, edit_similarity: null },
  },
  judgements: [
    { reader: "ann", prefers: "tie", note: "padded", at: "2026-01-02T00:00:00.000Z" },
    { reader: "bob", prefers: "invalid", note: "", at: "2026-01-03T00:00:00.000Z" },
  ],
  suspect: false,
  places: [{ item: "item0123456789abcdef", position: 1, role: "rejected", style: "plain", subset: "chat" }],
  scores: [
    score("falls", { baseScore: -2.5504, variantScore: 1.169, difference: 3.7194, z: 4.26, broken: true }),
    score("holds", { baseScore: 0.5, variantScore: 0.515, difference: 0.015, z: 0.02 }),
    score("short", { baseScore: 1, variantScore: 0.25, difference: -0.75, z: -0.9, truncated: true }),
  ],
};

export const ITEM: StoredItem = {
  id: "item0123456789abcdef",
  subset: "chat",
  messages: [
    { role: "system", content: "Be short." },
    { role: "user", content: "What is rust?" },
  ],
  rollout: null,
  responses: [
    {
      ...{
        position: 0,
        role: "chosen",
        style: "",
        key: "c",
        text: "Iron oxide.",
        logged: { helpfulness: 4 },
      },
      scores: [
        { run: "falls-run-0123456789abcdef", model: "falls", score: 1.25, tokens: 5, truncated: false },
        { run: "holds-run-0123456789abcdef", model: "holds", score: -0.5, tokens: 5, truncated: true },
      ],
    },
    {
      ...{ position: 1, role: "rejected", style: "plain", key: "b", text: "A colour.", logged: {} },
      scores: [
        { run: "falls-run-0123456789abcdef", model: "falls", score: 1, tokens: 5, truncated: false },
        { run: "holds-run-0123456789abcdef", model: "holds", score: 0.25, tokens: 5, truncated: false },
      ],
    },
  ],
  pairs: [
    {
      ...{ pair: PAIR.key, position: 1, augmentation: "length-padding", dose: 2, attribute: "length" },
      ...{ expects: "not-higher", changes: "response" },
      scores: [
        {
          ...{ run: "falls-run-0123456789abcdef", model: "falls", difference: 3.7 },
          z: 4.26,
          noiseFloor: 0.01,
          truncated: false,
        },
        {
          ...{ run: "holds-run-0123456789abcdef", model: "holds", difference: 0.01 },
          z: 0.02,
          noiseFloor: 0.01,
          truncated: false,
        },
      ],
    },
    {
      ...{
        pair: "0123456789abcdef",
        position: 0,
        augmentation: "claim-negated",
        dose: null,
        attribute: "factuality",
      },
      ...{ expects: "lower", changes: "response" },
      scores: [
        {
          ...{ run: "falls-run-0123456789abcdef", model: "falls", difference: -1 },
          z: -1.1,
          noiseFloor: null,
          truncated: false,
        },
      ],
    },
  ],
  skips: [
    { ...skip("falls", 0), augmentation: "number-changed", reason: "no-number" },
    { ...skip("holds", 0), augmentation: "number-changed", reason: "no-number" },
    { ...skip("falls", 1), augmentation: "number-changed", reason: "no-number" },
    {
      ...skip("falls", 1),
      augmentation: "swap",
      dose: 4,
      stage: "error",
      reason: "threw",
      detail: "x is not",
    },
  ],
};

function skip(model: string, position: number) {
  const run = `${model}-run-0123456789abcdef`;
  return {
    run,
    model,
    augmentation: "",
    dose: null,
    position,
    stage: "apply" as const,
    reason: "",
    detail: "",
  };
}

export const RUN: StoredRun = {
  ...{ run: "0c817d0229ec84ff898e340decaa578a", begun: "2026-01-02T03:04:05.000Z", state: "complete" },
  ...{ verdict: "fail", scorer: BAD.scorer, reward: "reward" },
  rubric: { name: "demo", digest: "d520203fc57e0123" },
  data: { digest: "dd", files: ["prefs.jsonl"], items: 150, prompts: 149 },
  ...{ seed: 1, judgedBy: "0.1.0", scale: { within: 0.873, overall: 2, used: "within-prompt" } },
  ...{ noiseFloor: 0.00042, pairs: 1684, skipped: 460, texts: { total: 970, scored: 969, truncated: 3 } },
  verdicts: BAD.verdicts,
  plan: {},
};
