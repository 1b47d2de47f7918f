import type { Token } from "../../src/contract.js";
import type { ModelFacts } from "../../src/doctor/facts.js";
import type { ReadingFacts } from "../../src/doctor/reading-facts.js";

export const token = (id: number, piece: string, special = false): Token => ({ id, piece, special });

const [CLS, SEP, PAD] = [token(1, "[CLS]", true), token(2, "[SEP]", true), token(0, "[PAD]", true)];

/** A pair model that has no problem at all. */
export const READING: ReadingFacts = {
  folder: "/models/good",
  inputs: [{ name: "input_ids", type: "int64", shape: ["batch", "sequence"] }],
  outputs: [{ name: "logits", type: "float32", shape: ["batch", 1] }],
  special: { bos: null, eos: null, pad: PAD, cls: CLS, sep: SEP },
  pad: PAD,
  frame: { before: [CLS], after: [SEP] },
  paddingSide: "right",
  modelMaxLength: 512,
  positions: 512,
  maxLength: 512,
  sample: {
    rendered: null,
    pair: ["Why?", "So."],
    tokens: [CLS, token(7, "why"), SEP, token(8, "so"), SEP],
    doubled: 0,
  },
  overhead: 3,
  sees: { prompt: true, response: true, case: true, layout: true },
  systemAdded: false,
  systemRefused: "",
};

export const FACTS: ModelFacts = {
  identity: {
    kind: "onnx",
    name: "good",
    architecture: "BertForSequenceClassification",
    dtype: "fp32",
    provider: "cpu",
    input: "pair",
    maxLength: 512,
    truncation: "response-end",
    batching: "right-padded",
    files: {},
    heads: ["reward"],
  },
  key: "0".repeat(32),
  files: [],
  device: { asked: "cpu", obtained: "cpu", failed: [] },
  warnings: [],
  reward: [{ head: 0, weight: 1 }],
  reading: READING,
  data: {
    items: 20,
    of: 20,
    texts: 40,
    tokens: { median: 50, longest: 200 },
    cut: { texts: 0, most: 0 },
    refused: { texts: 0, first: "" },
  },
  scores: {
    texts: 40,
    lowest: -3,
    highest: 4,
    distinct: 40,
    raw: { lowest: -3, highest: 4 },
    order: { items: 20, share: 0.8, lower: 0.6, upper: 0.95 },
  },
  noise: { floor: [0], texts: 16, repeat: [0], batched: [0], padded: [0], cause: "" },
  placement: [{ provider: "CPUExecutionProvider", operator: "MatMul", nodes: 12, microseconds: 90 }],
  sweep: [],
  samples: [],
  reference: null,
  onCpu: null,
};
