import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chooseGraph } from "../../src/scorers/onnx/choose-graph.js";
import { chooseOutput } from "../../src/scorers/onnx/choose-output.js";
import { collate } from "../../src/scorers/onnx/collate.js";
import type { Encoded } from "../../src/scorers/onnx/encode-pair.js";
import { decodeFloat16 } from "../../src/scorers/onnx/float16.js";
import { readGraphShape } from "../../src/scorers/onnx/graph-shape.js";
import { nameHeads } from "../../src/scorers/onnx/heads.js";
import { joinPrompt } from "../../src/scorers/onnx/pair-prompt.js";
import { describeWithShared } from "../shared.js";
import { readReference, toText, withModel } from "./fixture-models.js";

describe("what the graph is fed", () => {
  test("rows are padded on the right with the graph's pad id", () => {
    const rows = [
      { ids: [5, 6, 7], second: 2, truncated: false },
      { ids: [8], second: 1, truncated: false },
    ];
    const inputs = ["input_ids", "attention_mask", "token_type_ids"];
    const { arrays, length, output } = collate(rows, { inputs, output: "score" }, 9, 4);
    expect([length, output]).toEqual([4, "score"]);
    expect([...arrays.input_ids!].map(Number)).toEqual([5, 6, 7, 9, 8, 9, 9, 9]);
    expect([...arrays.attention_mask!].map(Number)).toEqual([1, 1, 1, 0, 1, 0, 0, 0]);
    expect([...arrays.token_type_ids!].map(Number)).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
  });

  test("float16 bits, by the tables of IEEE 754", () => {
    const cases = [
      [0x3c00, 1],
      [0xc000, -2],
      [0x3555, 0.333251953125],
      [0x7bff, 65504],
      [0x0001, 2 ** -24],
      [0x0400, 2 ** -14],
      [0x7c00, Number.POSITIVE_INFINITY],
      [0xfc00, Number.NEGATIVE_INFINITY],
      [0x7e00, Number.NaN],
      [0x0000, 0],
    ] as const;
    for (const [bits, value] of cases) expect(decodeFloat16(bits)).toBe(value);
  });

  test("the graph is chosen by dtype, never by chance", () => {
    const files = ["onnx/model.onnx", "onnx/model_q4.onnx", "onnx/model_quantized.onnx"];
    expect(chooseGraph("m", files, undefined)).toEqual({ file: "onnx/model.onnx", dtype: "fp32" });
    expect(chooseGraph("m", files, "q8").file).toBe("onnx/model_quantized.onnx");
    expect(chooseGraph("m", files.slice(1, 2), undefined).dtype).toBe("q4");
    expect(() => chooseGraph("m", files.slice(1), undefined)).toThrow(/several graphs/);
  });

  test("inputs and outputs that tare cannot serve are named", () => {
    const ids = { name: "input_ids", type: "int64", shape: ["b", "s"] };
    const logits = { name: "logits", type: "float32", shape: ["b", 2] };
    expect(readGraphShape("g", [ids], [logits])).toMatchObject({ single: false, heads: 2 });
    const cache = { name: "past_key_values.0.key", type: "float32", shape: ["b"] };
    expect(() => readGraphShape("g", [ids, cache], [logits])).toThrow(/past_key_values\.0\.key/);
    expect(() => readGraphShape("g", [{ ...ids, type: "int32" }], [logits])).toThrow(/not int64/);
    expect(() => readGraphShape("g", [{ ...ids, shape: [4, "s"] }], [logits])).toThrow(/fixed to 4/);
    expect(() => readGraphShape("g", [], [logits])).toThrow(/no input_ids/);
    expect(() => readGraphShape("g", [ids], [{ ...logits, shape: ["b", "s", 2] }])).toThrow(/outputs are/);
    expect(() => readGraphShape("g", [ids], [{ ...logits, type: "int64" }])).toThrow(/not float/);
  });

  test("an output of another name is taken where no other could be meant", () => {
    const output = (name: string, shape: (number | string)[], type = "float32") => ({ name, type, shape });
    const [score, vector] = [output("score", ["b", 1]), output("pooler_output", ["b", 384])];
    expect(chooseOutput("g", [vector, score])).toEqual({ name: "score", heads: 1 });
    expect(chooseOutput("g", [output("rewards", ["b", "n"]), output("hidden", ["b", "s", 8])])).toEqual({
      name: "rewards",
      heads: undefined,
    });
    expect(chooseOutput("g", [score, output("logits", ["b", 2])])).toEqual({ name: "logits", heads: 2 });
    expect(() => chooseOutput("g", [vector])).toThrow(/0 could be: pooler_output \(float32 \[b, 384\]\)/);
    expect(() => chooseOutput("g", [score, output("rewards", ["b", 19])])).toThrow(
      /2 could be: score .*, rewards/,
    );
    expect(() => chooseOutput("g", [output("label", ["b", 1], "int64")])).toThrow(/0 could be/);
  });

  test("heads are named by id2label where it fits", () => {
    expect(nameHeads({ id2label: { 0: "help", 1: "harm" } }, 2)).toEqual(["help", "harm"]);
    expect(nameHeads({ id2label: { 0: "help" } }, 2)).toEqual(["0", "1"]);
    expect(nameHeads({ id2label: { 0: "same", 1: "same" } }, 2)).toEqual(["0", "1"]);
    expect(nameHeads({}, 1)).toEqual(["0"]);
    expect(nameHeads({}, 1, "score")).toEqual(["score"]);
    expect(nameHeads({}, 2, "rewards")).toEqual(["rewards.0", "rewards.1"]);
    expect(nameHeads({ id2label: { 0: "help" } }, 1, "rewards")).toEqual(["rewards.help"]);
  });

  test("turns of a prompt", () => {
    const turns = [
      { role: "user", content: "Hi." },
      { role: "assistant", content: "Hello." },
      { role: "user", content: "Bye." },
    ];
    expect(joinPrompt(turns, "blank-line")).toBe("Hi.\n\nHello.\n\nBye.");
    expect(joinPrompt(turns, "roles")).toBe("User: Hi.\n\nAssistant: Hello.\n\nUser: Bye.");
    expect(joinPrompt(turns.slice(0, 1), "roles")).toBe("Hi.");
  });
});

describeWithShared("truncation", "fixtures/models", (root) => {
  const ids = (folder: string, id: string, options: { maxLength: number; truncation?: "right" }) =>
    withModel(
      join(root, folder),
      async (scorer) => {
        const { messages } = readReference(join(root, folder)).cases.find((found) => found.id === id)!;
        const prepared = scorer.prepare(id, toText(messages));
        return { ...prepared, ids: (prepared.input as Encoded).ids };
      },
      options,
    );

  test.each([
    ["llama-chat", 1],
    ["gemma2-chat", 2],
    ["qwen2-chat", 2],
    ["gpt2-leftpos", 1],
    ["modernbert-chat", 1],
  ])("%s: response-end keeps the %d closing ids, right cuts them", async (folder, closing) => {
    const whole = await ids(folder, "long", { maxLength: 512 });
    const cut = await ids(folder, "long", { maxLength: 300 });
    expect([whole.truncated, cut.truncated, cut.ids.length]).toEqual([false, true, 300]);
    expect(cut.ids.slice(-closing)).toEqual(whole.ids.slice(-closing));
    expect(cut.ids.slice(0, 300 - closing)).toEqual(whole.ids.slice(0, 300 - closing));
    expect(cut.ids[300 - closing - 1]).not.toBe(whole.ids[whole.ids.length - closing - 1]);
    const right = await ids(folder, "long", { maxLength: 300, truncation: "right" });
    const special = folder === "modernbert-chat" ? 1 : 0;
    expect(right.ids.slice(0, 300 - special)).toEqual(whole.ids.slice(0, 300 - special));
  });

  test("a pair whose prompt fills the window alone keeps its special tokens", async () => {
    const cut = await ids("bert-pair", "long", { maxLength: 10 });
    expect([cut.ids.length, cut.ids[0], cut.ids.at(-1), cut.ids.at(-2), cut.truncated]).toEqual([
      10,
      2,
      3,
      3,
      true,
    ]);
  });

  test("files of the identity carry their true digests", async () => {
    await withModel(join(root, "defects", "external-data"), async ({ identity }) => {
      expect(Object.keys(identity.files).sort()).toEqual([
        "config.json",
        "onnx/model.onnx",
        "onnx/model.onnx_data",
        "tokenizer.json",
        "tokenizer_config.json",
      ]);
      for (const [file, digest] of Object.entries(identity.files)) {
        const bytes = readFileSync(join(root, "defects", "external-data", file));
        expect(digest, file).toBe(createHash("sha256").update(bytes).digest("hex"));
      }
    });
  });
});
