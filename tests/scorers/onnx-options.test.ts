import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ScorerOptions, Text } from "../../src/contract.js";
import type { Encoded } from "../../src/scorers/onnx/encode-pair.js";
import { describeWithShared } from "../shared.js";
import { copyModel, readReference, toText, withModel } from "./fixture-models.js";

describeWithShared("how a model is opened", "fixtures/models", (root) => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tare-options-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const caseOf = (model: string, id: string): Text =>
    toText(readReference(join(root, model)).cases.find((found) => found.id === id)!.messages);
  const encode = (model: string, text: Text, options: Partial<ScorerOptions>) =>
    withModel(
      join(root, model),
      async (scorer) => {
        const { truncated, input } = scorer.prepare("the text", text);
        return { ids: (input as Encoded).ids, second: (input as Encoded).second, truncated, ...scorer };
      },
      options,
    );
  const refusal = (spec: string, options: Partial<ScorerOptions>) =>
    withModel(spec, async () => "opened", options).catch((error: unknown) => error);

  test("--dtype chooses like #DTYPE, and may not contradict it", async () => {
    const half = join(root, "defects", "dtype-fp16");
    const key = (spec: string, options: Partial<ScorerOptions>) =>
      withModel(spec, async (scorer) => scorer.key, options);
    expect(await key(half, { dtype: "fp16" })).toBe(await key(`${half}#fp16`, {}));
    expect(await refusal(`${half}#fp16`, { dtype: "q4" })).toMatchObject({ code: "TARE_USAGE" });
    expect(await refusal(half, { dtype: "q4" })).toMatchObject({
      code: "TARE_MODEL_NO_GRAPH",
      message: expect.stringContaining("fp16 (onnx/model_fp16.onnx)"),
    });
  });

  test("the graph's file is the model too, with tokenizer one folder up or beside it", async () => {
    const model = join(root, "bert-pair");
    const key = (spec: string) => withModel(spec, async (scorer) => scorer.key);
    expect(await key(join(model, "onnx", "model.onnx"))).toBe(await key(model));
    const flat = join(folder, "flat");
    copyModel(model, flat);
    const graph = join(flat, "model_q4.onnx");
    writeFileSync(graph, readFileSync(join(flat, "onnx", "model.onnx")));
    await withModel(graph, async ({ identity }) => {
      expect(identity).toMatchObject({ name: "flat", dtype: "q4" });
      expect(Object.keys(identity.files)).toContain("model_q4.onnx");
    });
    expect(await refusal(graph, { dtype: "fp16" })).toMatchObject({ code: "TARE_USAGE" });
    const bare = join(folder, "bare");
    mkdirSync(bare);
    writeFileSync(join(bare, "model.onnx"), "x");
    expect(await refusal(join(bare, "model.onnx"), {})).toMatchObject({ code: "TARE_MODEL_NO_TOKENIZER" });
  });

  test("a template of one's own renders, and makes another scorer by its content", async () => {
    const own = join(folder, "own.jinja");
    const template = (file: string, text: string) => {
      writeFileSync(join(folder, file), text);
      return { template: file, cwd: folder };
    };
    const plain = "{% for m in messages %}{{ m.role }}: {{ m.content | trim }}\n{% endfor %}";
    const text = caseOf("qwen2-chat", "short");
    const mine = await encode("qwen2-chat", text, template("own.jinja", plain));
    const rendered = `user: ${text.messages[0]!.content.trim()}\nassistant: ${text.response.trim()}\n`;
    await withModel(join(root, "qwen2-chat"), async (scorer) => {
      expect(mine.ids).toEqual(scorer.describe!().encode(rendered));
      expect(mine.key).not.toBe(scorer.key);
    });
    expect(mine.identity.files["--template"]).toMatch(/^[0-9a-f]{64}$/);
    expect((await encode("qwen2-chat", text, template("copy.jinja", plain))).key).toBe(mine.key);
    expect((await encode("qwen2-chat", text, { template: own })).key).toBe(mine.key);
    const broken = await refusal(join(root, "qwen2-chat"), template("broken.jinja", "{% for %}"));
    expect(broken).toMatchObject({ code: "TARE_MODEL_TEMPLATE", message: expect.stringMatching(/parsed/) });
  });

  test("pair and chat can be forced, and what is missing is named with the choices", async () => {
    const text = caseOf("qwen2-chat", "short");
    const joined = await encode("qwen2-chat", text, { template: "pair" });
    expect(joined.identity.input).toBe("pair");
    expect(joined.warnings!.map(({ code }) => code)).toEqual(["pair-unclosed"]);
    await withModel(join(root, "qwen2-chat"), async (scorer) => {
      const { encode: plain } = scorer.describe!();
      expect(joined.ids).toEqual([...plain(text.messages[0]!.content), ...plain(text.response)]);
    });
    const choices = { code: "TARE_MODEL_TEMPLATE", fix: expect.stringMatching(/FILE .*pair .*chat .*auto/) };
    expect(await refusal(join(root, "bert-pair"), { template: "chat" })).toMatchObject(choices);
    expect(await refusal(join(root, "defects", "no-template"), {})).toMatchObject(choices);
    expect(await refusal(join(root, "bert-pair"), { template: "chats" })).toMatchObject(choices);
    const forced = await encode("defects/no-template", text, { template: "pair" });
    expect(forced.identity.input).toBe("pair");
  });

  test.each([
    ["llama-chat", 5],
    ["qwen2-chat", 14],
    ["modernbert-chat", 4],
  ])("%s: left keeps what the template opens with, and the whole end", async (model, least) => {
    const text = caseOf(model, "long");
    const whole = await encode(model, text, { maxLength: 512 });
    const cut = await encode(model, text, { maxLength: 300, truncation: "left" });
    expect([whole.truncated, cut.truncated, cut.ids.length]).toEqual([false, true, 300]);
    const opening = cut.ids.findIndex((id, at) => id !== whole.ids[at]);
    expect(opening).toBeGreaterThanOrEqual(least);
    expect(opening).toBeLessThan(40);
    expect(cut.ids.slice(opening)).toEqual(whole.ids.slice(whole.ids.length - 300 + opening));
    expect([cut.identity.truncation, cut.key === whole.key]).toEqual(["left", false]);
  });

  test("a pair: left takes the prompt's beginning first, then the response's", async () => {
    const text = {
      messages: [{ role: "user", content: "one two three four five six" }],
      response: "a b c d",
    };
    const ids = (maxLength: number) =>
      encode("bert-pair", text, { maxLength, truncation: "left" }).then((found) => found.ids);
    const whole = await ids(512);
    const [cls, sep] = [whole[0]!, whole.at(-1)!];
    const between = whole.indexOf(sep);
    const [prompt, response] = [whole.slice(1, between), whole.slice(between + 1, -1)];
    expect(response).toHaveLength(4);
    expect(await ids(10)).toEqual([cls, ...prompt.slice(-3), sep, ...response, sep]);
    const long = { ...text, response: "a b c d e f g h i j" };
    const short = await encode("bert-pair", long, { maxLength: 8, truncation: "left" });
    expect([short.ids.length, short.ids.at(-1), short.second, short.truncated]).toEqual([8, sep, 2, true]);
  });

  test.each(["bert-pair", "llama-chat"])(
    "%s: error names the text, its length and its beginning",
    async (model) => {
      const text = caseOf(model, "long");
      const { ids } = await encode(model, text, { maxLength: 512 });
      const beginning = JSON.stringify(text.messages[0]!.content.slice(0, 60));
      await expect(encode(model, text, { maxLength: 300, truncation: "error" })).rejects.toMatchObject({
        code: "TARE_TEXT_TOO_LONG",
        message: `the text is ${ids.length} tokens long, ${ids.length - 300} more than the model takes; its prompt begins ${beginning}`,
      });
      expect((await encode(model, text, { maxLength: 512, truncation: "error" })).truncated).toBe(false);
    },
  );

  test("a template that demands alternation names the text; the turns keep their order", async () => {
    await withModel(join(root, "gemma2-chat"), async (scorer) => {
      expect(scorer.warnings!.map(({ code }) => code)).toEqual(["turns-alternate"]);
      const two = [
        { role: "user", content: "First." },
        { role: "user", content: "Second." },
      ];
      expect(() => scorer.prepare("text 77", { messages: two, response: "x" })).toThrow(
        /roles user, user, assistant: Conversation roles must alternate .*\(text 77, which begins "First\."\)/,
      );
    });
  });

  test("a graph that calls its output otherwise", async () => {
    const named = join(folder, "named");
    copyModel(join(root, "multi-head"), named);
    const graph = join(named, "onnx", "model.onnx");
    const bytes = readFileSync(graph);
    for (let at = bytes.indexOf("logits"); at >= 0; at = bytes.indexOf("logits", at))
      bytes.write("scores", at);
    writeFileSync(graph, bytes);
    const { cases, tolerance } = readReference(named);
    await withModel(named, async (scorer) => {
      const [first] = await scorer.score([scorer.prepare("k", toText(cases[0]!.messages))]);
      for (const [head, logit] of cases[0]!.logits.entries())
        expect(Math.abs(first![head]! - logit)).toBeLessThanOrEqual(tolerance);
      expect(scorer.identity.heads.every((name) => name.startsWith("scores."))).toBe(true);
      expect(scorer.warnings!.map(({ code }) => code)).toEqual(["output-unusual"]);
    });
  });
});
