import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import onnx from "../../src/scorers/onnx.js";
import { describeWithShared } from "../shared.js";
import { copyModel, readReference, toText, withModel } from "./fixture-models.js";

const open = (folder: string) => withModel(folder, async (scorer) => scorer.identity);
const TEXT = toText([
  { role: "user", content: "Why?" },
  { role: "assistant", content: "Because." },
]);

describeWithShared("defective models", "fixtures/models", (root) => {
  const defect = (name: string) => join(root, "defects", name);

  test.each([
    ["missing-tokenizer", "TARE_MODEL_NO_TOKENIZER", /tokenizer\.json/],
    ["truncated-file", "TARE_MODEL_LOAD", /[Pp]rotobuf/],
    ["wrong-output", "TARE_MODEL_OUTPUTS", /last_hidden_state/],
    ["no-template", "TARE_MODEL_TEMPLATE", /no chat template/],
    ["token-mismatch", "TARE_MODEL_TOKENS", /256 embeddings/],
  ])("%s is refused with %s", async (name, code, what) => {
    await expect(open(defect(name))).rejects.toMatchObject({ code, message: expect.stringMatching(what) });
  });

  test("a graph with a fixed batch dimension is scored one text at a time", async () => {
    await withModel(defect("batch1-only"), async (scorer) => {
      expect(scorer.tokenBudget).toBe(1);
      const [logits] = await scorer.score([scorer.prepare("k", TEXT)]);
      expect(logits!.every(Number.isFinite)).toBe(true);
      const two = [scorer.prepare("first", TEXT), scorer.prepare("second", TEXT)];
      await expect(scorer.score(two)).rejects.toMatchObject({
        code: "TARE_MODEL_RUN",
        message: expect.stringContaining("texts first, second"),
      });
    });
  });

  test("dynamic int8 is seen in the graph: its scores depend on their batch mates, so none has any", async () => {
    await withModel(defect("dynamic-int8"), async (scorer) => {
      expect(scorer.tokenBudget).toBe(1);
      expect(scorer.identity).toMatchObject({ dtype: "q8", batching: "single" });
      const texts = readReference(defect("dynamic-int8")).cases.map(({ id, messages }) =>
        scorer.prepare(id, toText(messages)),
      );
      const alone = (await scorer.score([texts[0]!]))[0]![0]!;
      const among = (await scorer.score(texts))[0]![0]!;
      expect(Math.abs(alone - among)).toBeGreaterThan(1e-3);
    });
    await withModel(join(root, "bert-pair"), async (scorer) => expect(scorer.tokenBudget).toBeGreaterThan(1));
  });

  test("NaN is passed through", async () => {
    await withModel(defect("nan-logits"), async (scorer) => {
      expect(await scorer.score([scorer.prepare("k", TEXT)])).toEqual([[Number.NaN]]);
    });
  });

  test("a template that refuses a system message says so", async () => {
    await withModel(join(root, "gemma2-chat"), async (scorer) => {
      const refused = () =>
        scorer.prepare("k", {
          messages: [{ role: "system", content: "Be kind." }, ...TEXT.messages],
          response: "x",
        });
      expect(refused).toThrow(/roles system, user, assistant: System role not supported/);
    });
  });
});

describeWithShared("damaged folders", "fixtures/models/bert-pair", (model) => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tare-models-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const damaged = (name: string, damage: (path: string) => void): string => {
    const path = join(folder, name);
    copyModel(model, path);
    damage(path);
    return path;
  };
  const write = (file: string, content: string) => (path: string) => {
    rmSync(join(path, file), { force: true });
    writeFileSync(join(path, file), content);
  };

  test.each([
    ["no-config", "TARE_MODEL_CONFIG", (path: string) => rmSync(join(path, "config.json"))],
    ["bad-config", "TARE_MODEL_CONFIG", write("config.json", '{"pad_token_id": ')],
    ["list-config", "TARE_MODEL_CONFIG", write("config.json", "[]")],
    ["bad-tokenizer", "TARE_MODEL_CONFIG", write("tokenizer.json", "{")],
    ["wrong-tokenizer", "TARE_MODEL_NO_TOKENIZER", write("tokenizer.json", '{"model": {"type": "Oracle"}}')],
    ["bad-tokenizer-config", "TARE_MODEL_CONFIG", write("tokenizer_config.json", "")],
    [
      "no-tokenizer-config",
      "TARE_MODEL_NO_TOKENIZER",
      (path: string) => rmSync(join(path, "tokenizer_config.json")),
    ],
    ["no-graph", "TARE_MODEL_NO_GRAPH", (path: string) => rmSync(join(path, "onnx"), { recursive: true })],
    ["empty-graph", "TARE_MODEL_LOAD", write("onnx/model.onnx", "")],
    ["stray-setting", "TARE_MODEL_CONFIG", write("tare.json", '{"pair_promt": "roles"}')],
  ])("%s: %s", async (name, code, damage) => {
    const path = damaged(name, damage);
    const error = await open(path).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code, where: expect.stringContaining(path) });
  });

  test("missing external data", async () => {
    const path = join(folder, "no-data");
    copyModel(join(model, "..", "defects", "external-data"), path);
    rmSync(join(path, "onnx", "model.onnx_data"));
    await expect(open(path)).rejects.toMatchObject({
      code: "TARE_MODEL_LOAD",
      message: expect.stringContaining("model.onnx_data"),
    });
  });

  test("settings of a language model are found in text_config too", async () => {
    const { vocab_size, max_position_embeddings, ...rest } = JSON.parse(
      readFileSync(join(model, "config.json"), "utf8"),
    ) as Record<string, unknown>;
    const nested = (vocabulary: unknown) =>
      JSON.stringify({ ...rest, text_config: { vocab_size: vocabulary, max_position_embeddings: 128 } });
    expect([vocab_size, max_position_embeddings]).toEqual([1500, 512]);
    const { maxLength } = await open(damaged("nested", write("config.json", nested(1500))));
    expect(maxLength).toBe(128);
    const small = open(damaged("nested-small", write("config.json", nested(20))));
    await expect(small).rejects.toMatchObject({ code: "TARE_MODEL_TOKENS" });
  });

  test("a folder that is not there, and a file in its place", async () => {
    await expect(open(join(folder, "nothing"))).rejects.toMatchObject({ code: "TARE_MODEL_MISSING" });
    await expect(open(join(model, "config.json"))).rejects.toMatchObject({ code: "TARE_MODEL_MISSING" });
    await expect(open(`${model}#q4`)).rejects.toMatchObject({
      code: "TARE_MODEL_NO_GRAPH",
      message: "no graph of dtype q4; there are: fp32 (onnx/model.onnx)",
    });
  });

  test("a copy of a model is the same scorer, another tokenizer makes another", async () => {
    const original = await onnx.open(model, { cwd: "/", threads: 1 });
    const copy = await onnx.open(
      damaged("copy", () => {}),
      { cwd: "/", threads: 2 },
    );
    const other = await onnx.open(damaged("other", write("tare.json", '{"pair_prompt": "roles"}')), {
      cwd: "/",
    });
    expect(copy.key).toBe(original.key);
    expect(other.key).not.toBe(original.key);
    await Promise.all([original.close(), copy.close(), other.close()]);
  });
});

describe("model errors in general", () => {
  test("none of them is an internal one", async () => {
    await expect(open("/")).rejects.toMatchObject({ code: "TARE_MODEL_NO_GRAPH", exit: 2 });
  });
});
