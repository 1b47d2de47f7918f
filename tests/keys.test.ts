import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ItemResponse, ScorerIdentity } from "../src/contract.js";
import { canonicalJson, digestOf, itemId, pairKey, promptKey, scorerKey, textKey } from "../src/keys.js";

const sha = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

describe("canonical JSON", () => {
  test("sorts keys at every depth, leaves out undefined, and adds no white space", () => {
    const value = { b: [1, { z: null, a: "é" }], a: undefined, B: true, "": 0.1 };
    expect(canonicalJson(value)).toBe('{"":0.1,"B":true,"b":[1,{"a":"é","z":null}]}');
  });

  test("is JSON of the same value, whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("tells apart what differs by a lone surrogate", () => {
    expect(digestOf("\ud800")).not.toBe(digestOf("\ud801"));
    expect(digestOf("\ud800")).not.toBe(digestOf("\ufffd"));
  });
});

describe("keys", () => {
  const prompt = [{ role: "user", content: "Why?" }];
  const so: ItemResponse = { role: "chosen", style: "", text: "So." };
  const no: ItemResponse = { role: "rejected", style: "", text: "No." };

  test("are SHA-256 of the canonical content, cut to 128 bits", () => {
    expect(promptKey(prompt)).toBe(sha('[{"content":"Why?","role":"user"}]'));
    const written = '[{"content":"Why?","role":"user"},{"content":"So.","role":"assistant"}]';
    expect(textKey({ messages: prompt, response: "So." })).toBe(sha(written));
  });

  test("an item is its content, not its order or part of the data", () => {
    const item = { prompt, responses: [so, no], subset: "a" };
    expect(itemId({ ...item, responses: [no, so] })).toBe(itemId(item));
    expect(
      itemId({
        ...item,
        responses: [
          { ...so, role: "rejected" },
          { ...no, role: "chosen" },
        ],
      }),
    ).not.toBe(itemId(item));
    expect(itemId({ ...item, subset: "elsewhere" })).not.toBe(itemId(item));
    expect(itemId({ ...item, responses: [so, no, no] })).not.toBe(itemId(item));
    expect(itemId({ ...item, prompt: [{ role: "system", content: "Why?" }] })).not.toBe(itemId(item));
  });

  test("a scorer is everything but its name", () => {
    const identity: ScorerIdentity = {
      kind: "onnx",
      name: "rm",
      architecture: "Bert",
      dtype: "fp32",
      provider: "cpu",
      input: "pair",
      maxLength: 512,
      truncation: "response-end",
      batching: "token-budget",
      files: { "model.onnx": "ab" },
      heads: ["reward"],
    };
    const key = scorerKey(identity);
    expect(scorerKey({ ...identity, name: "other" })).toBe(key);
    const changes: Partial<ScorerIdentity>[] = [
      { kind: "http" },
      { architecture: "Qwen2" },
      { dtype: "q4" },
      { provider: "cuda" },
      { input: "chat" },
      { maxLength: 511 },
      { truncation: "right" },
      { batching: "single" },
      { files: { "model.onnx": "ac" } },
      { heads: ["a", "b"] },
    ];
    const keys = changes.map((change) => scorerKey({ ...identity, ...change }));
    expect(new Set([key, ...keys]).size).toBe(changes.length + 1);
  });

  test("a pair is its operator, dose, seed and texts", () => {
    const pair = { augmentation: "a", version: 1, dose: undefined, seed: 1, base: "x", variant: "y" };
    const changes = [
      { augmentation: "b" },
      { version: 2 },
      { dose: 1 },
      { seed: 2 },
      { base: "z" },
      { variant: "z" },
    ];
    const keys = changes.map((change) => pairKey({ ...pair, ...change }));
    expect(new Set([pairKey(pair), ...keys]).size).toBe(changes.length + 1);
  });
});
