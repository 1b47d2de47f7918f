import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { refuseUnfit } from "../../src/doctor/refuse.js";
import { workplace } from "../cli/workplace.js";
import { describeWithShared } from "../shared.js";
import { codes, look } from "./examining.js";

const INVISIBLE = ["case-unseen", "layout-unseen"];

/** What each valid model has, by the traps that the fixtures' README lists. */
const VALID: Readonly<Record<string, readonly string[]>> = {
  "bert-pair": INVISIBLE,
  "deberta-v2-pair": ["layout-unseen"],
  "roberta-pair": [],
  "modernbert-chat": ["frame-added"],
  "qwen2-chat": ["system-added", "window-unknown"],
  "qwen3-chat": ["pads-left", "window-unknown"],
  "llama-chat": ["double-bos", "window-unknown"],
  "gemma2-chat": ["double-bos", "system-refused", "turns-alternate", "window-unknown"],
  "multi-head": [...INVISIBLE, "head-unchosen"],
  "gpt2-leftpos": ["pad-is-eos", "pads-left", "window-unknown"],
  "defects/dtype-fp16": INVISIBLE,
  "defects/external-data": INVISIBLE,
  "defects/dynamic-int8": [...INVISIBLE, "one-at-a-time"],
  "defects/batch1-only": [...INVISIBLE, "one-at-a-time"],
};

const DEFECTIVE: Readonly<Record<string, string>> = {
  "missing-tokenizer": "TARE_MODEL_NO_TOKENIZER",
  "nan-logits": "TARE_SCORE_NOT_FINITE",
  "no-template": "TARE_MODEL_TEMPLATE",
  "token-mismatch": "TARE_MODEL_TOKENS",
  "truncated-file": "TARE_MODEL_LOAD",
  "wrong-output": "TARE_MODEL_OUTPUTS",
};

describeWithShared("the doctor on the fixture models", "fixtures/models", (root) => {
  test.each(Object.entries(VALID))(
    "%s has the problems %j and agrees with its reference",
    async (model, expected) => {
      const hasReference = model !== "defects/batch1-only";
      const examination = await look(
        model,
        root,
        hasReference ? { reference: `${model}/reference.json` } : {},
      );
      expect(codes(examination)).toEqual([...expected].sort());
      expect(() => refuseUnfit(examination)).not.toThrow();
      const { reading, samples, noise, placement, reference, files } = examination.facts!;
      expect(samples.every(({ logits }) => logits.every(Number.isFinite))).toBe(true);
      expect(new Set(samples.map(({ logits }) => logits[0])).size).toBe(samples.length);
      expect(noise!.texts).toBe(samples.length);
      expect(placement!.map(({ provider }) => provider)).toContain("CPUExecutionProvider");
      expect(placement!.some(({ operator }) => /MatMul|Gemm/.test(operator))).toBe(true);
      expect(files.find(({ file }) => file.endsWith(".onnx"))!.bytes).toBeGreaterThan(10_000);
      expect(reading!.sample.tokens.map(({ piece }) => piece)).not.toContain("");
      if (!hasReference) return;
      const { tolerance } = JSON.parse(readFileSync(join(root, model, "reference.json"), "utf8"));
      expect(reference!.tolerance).toBe(tolerance);
      expect(reference!.worst.difference).toBeLessThanOrEqual(tolerance);
      expect(reference!.ids).toEqual({ compared: reference!.texts, differ: [] });
      expect(reference!.texts).toBe(model === "gemma2-chat" ? 15 : 16);
    },
  );

  test.each(Object.entries(DEFECTIVE))("%s is told as %s and refused with it", async (model, code) => {
    const examination = await look(`defects/${model}`, root);
    expect(examination.problems[0]).toMatchObject({ code, severity: "fatal" });
    expect(() => refuseUnfit(examination)).toThrow(expect.objectContaining({ code, exit: 2 }));
  });

  test("a head that is chosen is no problem any more", async () => {
    expect(codes(await look("multi-head", root, { head: "helpfulness" }))).toEqual(INVISIBLE);
  });

  test("a window that the template fills leaves no room", async () => {
    // 14 tokens of template around a prompt and a response of one token each.
    const examination = await look("llama-chat", root, { maxLength: 14 });
    expect(examination.facts!.reading!.overhead).toBe(14);
    expect(() => refuseUnfit(examination)).toThrow(
      expect.objectContaining({
        code: "TARE_MODEL_UNFIT",
        message: expect.stringMatching(/^no-room: .* 14 of 14/),
      }),
    );
    expect(codes(await look("llama-chat", root, { maxLength: 15 }))).not.toContain("no-room");
  });
});

describeWithShared("templates that lose something", "fixtures/models/qwen2-chat", (model) => {
  const place = workplace();
  const withTemplate = async (jinja: string) =>
    codes(await look(model, place.path, { template: place.file("template.jinja", jinja) }));
  const turns = (end: string, which = "") =>
    `{% for m in messages %}${which}${end === "" ? "{{ m.content }}" : `{{ m.role }}: {{ m.content }}${end}`}${which === "" ? "" : "{% endif %}"}{% endfor %}`;

  test("a template without the assistant's turn is fatal", async () => {
    expect(await withTemplate(turns("<|im_end|>", "{% if m.role == 'user' %}"))).toContain("response-unseen");
  });

  test("a template without the prompt is warned of", async () => {
    const found = await withTemplate(turns("<|im_end|>", "{% if m.role == 'assistant' %}"));
    expect(found).toContain("prompt-unseen");
    expect(found).not.toContain("response-unseen");
  });

  test("a text that no special token closes is warned of", async () => {
    expect(await withTemplate(turns(""))).toContain("no-end-token");
    expect(await withTemplate(turns("<|im_end|>"))).not.toContain("no-end-token");
  });
});
