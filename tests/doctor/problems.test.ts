import { describe, expect, it } from "vitest";
import type { ModelFacts } from "../../src/doctor/facts.js";
import { findProblems, PROBLEMS } from "../../src/doctor/problems.js";
import type { ReadingFacts } from "../../src/doctor/reading-facts.js";
import { FACTS, READING, token } from "./made-facts.js";

const reading = (changed: Partial<ReadingFacts>): ModelFacts => ({
  ...FACTS,
  reading: { ...READING, ...changed },
});
const scores = (changed: Partial<NonNullable<ModelFacts["scores"]>>): ModelFacts => ({
  ...FACTS,
  scores: { ...FACTS.scores!, ...changed },
});
const identity = (changed: Partial<ModelFacts["identity"]>): Partial<ModelFacts> => ({
  identity: { ...FACTS.identity, ...changed },
});
const BOS = token(5, "<s>", true);
const EOS = token(6, "</s>", true);
const reference: NonNullable<ModelFacts["reference"]> = {
  file: "reference.json",
  texts: 2,
  tolerance: 1e-4,
  worst: { text: "b", difference: 1e-4 },
  graph: 1e-6,
  ids: { compared: 2, differ: [] },
};

/** Facts that have the problem, and facts just beside them that have not; what must be said of the former. */
const CASES: Readonly<Record<string, { has: ModelFacts; hasNot: ModelFacts; says: RegExp }>> = {
  "double-bos": {
    has: reading({ sample: { ...READING.sample, rendered: "<s>Why", tokens: [BOS, EOS], doubled: 1 } }),
    hasNot: reading({ sample: { ...READING.sample, doubled: 0 } }),
    says: /writes <s> and/,
  },
  "frame-added": {
    has: reading({ sample: { ...READING.sample, pair: null, rendered: "Why" } }),
    hasNot: FACTS,
    says: /no \[CLS\] \[SEP\]; the tokenizer adds them/,
  },
  "no-first-token": {
    has: reading({ special: { ...READING.special, cls: BOS } }),
    hasNot: reading({ special: { ...READING.special, cls: null } }),
    says: /is \[CLS\], not <s>/,
  },
  "no-end-token": {
    has: reading({
      sample: { ...READING.sample, tokens: [EOS, token(7, "a"), token(8, "b"), token(9, "c")] },
    }),
    hasNot: reading({
      sample: { ...READING.sample, tokens: [token(7, "a"), EOS, token(8, "b"), token(9, "\n")] },
    }),
    says: /ends with a b c/,
  },
  "pad-is-eos": {
    has: reading({ pad: EOS, special: { ...READING.special, eos: EOS, pad: EOS } }),
    hasNot: reading({ special: { ...READING.special, eos: EOS } }),
    says: /both <\/s> \(6\)$/,
  },
  "pad-differs": {
    has: reading({ pad: EOS }),
    hasNot: reading({ special: { ...READING.special, pad: null }, pad: EOS }),
    says: /pads with 6 <\/s>, the tokenizer with 0 \[PAD\]/,
  },
  "pads-left": {
    has: reading({ paddingSide: "left" }),
    hasNot: reading({ paddingSide: null }),
    says: /padded on the right/,
  },
  "response-unseen": {
    has: reading({ sees: { ...READING.sees, response: false } }),
    hasNot: FACTS,
    says: /same token ids/,
  },
  "prompt-unseen": {
    has: reading({ sees: { ...READING.sees, prompt: false } }),
    hasNot: FACTS,
    says: /same token ids/,
  },
  "case-unseen": {
    has: reading({ sees: { ...READING.sees, case: false } }),
    hasNot: FACTS,
    says: /capitals/,
  },
  "layout-unseen": {
    has: reading({ sees: { ...READING.sees, layout: false } }),
    hasNot: FACTS,
    says: /blank line/,
  },
  "system-added": { has: reading({ systemAdded: true }), hasNot: FACTS, says: /is given one/ },
  "system-refused": {
    has: reading({ systemRefused: "no system here" }),
    hasNot: FACTS,
    says: /^no system here$/,
  },
  "no-room": {
    has: reading({ overhead: 512 }),
    hasNot: reading({ overhead: 511 }),
    says: /take 512 of 512/,
  },
  "window-unknown": {
    has: reading({ modelMaxLength: 1e30 }),
    hasNot: reading({ modelMaxLength: 256 }),
    says: /says 1e\+30, the model has 512/,
  },
  truncation: {
    has: { ...FACTS, data: { ...FACTS.data!, cut: { texts: 2, most: 9 } } },
    hasNot: FACTS,
    says: /2 of 40 texts \(5\.0 %\) .* 512 tokens/,
  },
  "template-refuses": {
    has: { ...FACTS, data: { ...FACTS.data!, refused: { texts: 3, first: "item 7: no" } } },
    hasNot: FACTS,
    says: /3 of 40 texts are refused; item 7: no/,
  },
  "head-unchosen": {
    has: { ...FACTS, reward: null, ...identity({ heads: ["kind", "true"] }) },
    hasNot: { ...FACTS, ...identity({ heads: ["kind", "true"] }) },
    says: /2 heads: kind, true/,
  },
  "constant-scores": {
    has: scores({ lowest: 1, highest: 1, distinct: 1, raw: { lowest: 1, highest: 1 } }),
    hasNot: scores({ texts: 9, lowest: 1, highest: 1, distinct: 1, raw: { lowest: 1, highest: 1 } }),
    says: /all 40 scores are 1/,
  },
  activated: {
    has: scores({ raw: { lowest: 0, highest: 1 } }),
    hasNot: scores({ raw: { lowest: 0, highest: 1.001 } }),
    says: /between 0 and 1/,
  },
  "wrong-sign": {
    has: scores({ order: { items: 20, share: 0.2, lower: 0.1, upper: 0.49 } }),
    hasNot: scores({ order: { items: 20, share: 0.2, lower: 0.1, upper: 0.5 } }),
    says: /in 20 % \[10, 49\] of 20 items/,
  },
  "few-scores": { has: scores({ distinct: 20 }), hasNot: scores({ distinct: 21 }), says: /40 texts have 20/ },
  "one-at-a-time": {
    has: { ...FACTS, ...identity({ batching: "single", dtype: "q8" }) },
    hasNot: FACTS,
    says: /single \(q8\)/,
  },
  "nodes-on-cpu": {
    has: { ...FACTS, device: { asked: "cuda", obtained: "cuda", failed: [] } },
    hasNot: {
      ...FACTS,
      device: { asked: "cuda", obtained: "cuda", failed: [] },
      placement: [
        { provider: "CPUExecutionProvider", operator: "Gather", nodes: 3, microseconds: 1 },
        { provider: "CUDAExecutionProvider", operator: "MatMul", nodes: 12, microseconds: 9 },
      ],
    },
    says: /12 MatMul/,
  },
  "off-the-cpu": {
    has: { ...FACTS, onCpu: { texts: 8, head: "reward", difference: 2.1e-3, spread: 2 } },
    hasNot: { ...FACTS, onCpu: { texts: 8, head: "reward", difference: 2e-3, spread: 2 } },
    says: /reward: 0\.0021 on one of 8 texts, whose scores have an SD of 2$/,
  },
  noisy: {
    has: { ...FACTS, noise: { ...FACTS.noise!, cause: "padding moves it" } },
    hasNot: FACTS,
    says: /^padding moves it$/,
  },
  "reference-mismatch": {
    has: { ...FACTS, reference: { ...reference, worst: { text: "b", difference: 2e-4 } } },
    hasNot: { ...FACTS, reference },
    says: /"b" is off by 2\.0e-4, allowed are 1e-4/,
  },
  "reference-ids": {
    has: {
      ...FACTS,
      reference: {
        ...reference,
        ids: { compared: 2, differ: [{ text: "a", at: 3, ours: 9, theirs: null }] },
      },
    },
    hasNot: { ...FACTS, reference },
    says: /1 of 2 texts; "a" first at token 3: 9 for the end/,
  },
};

describe("the table of problems", () => {
  it("is tested whole", () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(PROBLEMS).sort());
  });

  it("a good model has none", () => {
    expect(findProblems(FACTS)).toEqual([]);
  });

  it.each(Object.entries(CASES))("%s", (code, { has, hasNot, says }) => {
    const problem = findProblems(has).find((found) => found.code === code);
    expect(problem).toMatchObject({
      code,
      severity: PROBLEMS[code]!.severity,
      what: expect.stringMatching(says),
    });
    expect(findProblems(hasNot).map((found) => found.code)).not.toContain(code);
  });

  it.each(Object.entries(PROBLEMS))(
    "%s says what it means and what to do, in sentences",
    (_, { means, fix }) => {
      for (const sentence of [means, fix]) expect(sentence).toMatch(/^[A-Z].*\.$/);
    },
  );

  it("the worst comes first, the scorer's own warnings among the warnings", () => {
    const facts = {
      ...reading({ paddingSide: "left", overhead: 600 }),
      warnings: [{ code: "own", what: "something", fix: "do" }],
    };
    expect(findProblems(facts).map(({ code, severity }) => [severity, code])).toEqual([
      ["fatal", "no-room"],
      ["warning", "own"],
      ["note", "pads-left"],
    ]);
  });

  it("a difference that is no number is a mismatch", () => {
    const off = { ...reference, worst: { text: "a", difference: Number.NaN } };
    expect(findProblems({ ...FACTS, reference: off }).map(({ code }) => code)).toEqual([
      "reference-mismatch",
    ]);
  });
});
