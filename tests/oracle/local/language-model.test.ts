import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Oracle } from "../../../src/contract/oracle.js";
import local from "../../../src/oracle/kinds/local.js";
import { encode } from "../../../src/oracle/local/encode.js";
import { readLanguageFolder } from "../../../src/oracle/local/folder.js";
import { openTurns } from "../../../src/oracle/local/turns.js";
import { asks, REFERENCE, TINY, user } from "./tiny-lm.js";

let oracle: Oracle;
beforeAll(async () => {
  oracle = await local.open(TINY, { cwd: "/", model: undefined, device: "cpu" });
}, 60_000);
afterAll(() => oracle.close());

describe("a local language model", () => {
  it.each(REFERENCE.greedy.map((one, at) => ({ ...one, at })))(
    "at temperature 0 writes what PyTorch writes ($at)",
    async ({ messages, max_new_tokens, prompt_ids, ids, text, finish, least_margin }) => {
      // The second likeliest token was never so near that another runtime's rounding could choose it.
      expect(least_margin).toBeGreaterThan(0.01);
      const reply = await asks(oracle, messages, { maxTokens: max_new_tokens });
      expect(reply).toMatchObject({ text, finish, servedModel: "tiny-lm", attempts: 1 });
      expect(reply.promptTokens).toBe(prompt_ids.length);
      expect(reply.completionTokens).toBe(ids.length);
      expect(reply.milliseconds).toBeGreaterThan(0);
    },
  );

  it("has cases of both ends, and answers that were not learnt", () => {
    expect(new Set(REFERENCE.greedy.map(({ finish }) => finish))).toEqual(new Set(["stop", "length"]));
    expect(Math.min(...REFERENCE.greedy.map(({ least_margin }) => least_margin))).toBeLessThan(4);
  });

  it.each(REFERENCE.sampled)(
    "above it draws by seed what Python's generator of that seed draws (seed $seed)",
    async ({ messages, max_new_tokens, text, temperature, seed, ids }) => {
      const reply = await asks(oracle, messages, { temperature, seed, maxTokens: max_new_tokens });
      expect(reply.text).toBe(text);
      expect(reply.completionTokens).toBe(ids.length);
    },
  );

  it("draws something else with another seed", () => {
    const [one, two] = REFERENCE.sampled;
    expect(one).toMatchObject({ messages: two!.messages, temperature: two!.temperature });
    expect(one!.ids).not.toEqual(two!.ids);
  });

  it("refuses a question that is longer than its window, and goes on", async () => {
    const reply = await asks(oracle, user("sea ".repeat(300)));
    // The model read none of it.
    expect(reply).toMatchObject({ finish: "refused", promptTokens: 0, completionTokens: 0 });
    expect(reply.text).toMatch(
      /^The question is [3-9]\d\d tokens long, and the model takes 256 with its answer\.$/,
    );
    expect(await asks(oracle, REFERENCE.greedy[0]!.messages)).toMatchObject({ finish: "stop" });
  });

  it("says that an answer was cut where the window is full", async () => {
    const language = await readLanguageFolder(TINY, { cwd: "/", dtype: undefined });
    const turns = openTurns(language.tokenizer, TINY);
    const padded = (words: number) => user(`${"sea ".repeat(words)}Say hello.`);
    let words = 1;
    while (encode(language, turns, padded(words)).length < 254) words++;
    const reply = await asks(oracle, padded(words), { maxTokens: 100 });
    expect(reply.promptTokens).toBeGreaterThan(253);
    expect(reply.promptTokens! + reply.completionTokens!).toBe(256);
    expect(reply.finish).toBe("length");
  });

  it("is known by every file that changes its answers", () => {
    const names = ["onnx/model.onnx", "config.json", "generation_config.json", "tokenizer.json"];
    const files = [...names, "tokenizer_config.json", "chat_template.jinja"].map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(TINY, name)))
        .digest("hex"),
    ]);
    const { identity } = oracle;
    expect(identity).toMatchObject({ kind: "local", model: "tiny-lm", address: "" });
    expect(identity.files).toEqual(Object.fromEntries(files));
    expect(identity.note).toMatch(
      /^transformers\.js 4\.\d+\.\d+ on cpu; .* drawn by seed among the 50 likeliest/,
    );
    expect(oracle.concurrency).toBe(1);
  });

  it("tells at once that it was interrupted, and answers the next", async () => {
    const given = new AbortController();
    const long = asks(oracle, user("Count."), { maxTokens: 200, temperature: 30 }, given.signal);
    const start = performance.now();
    setTimeout(() => given.abort(), 20);
    await expect(long).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
    expect(performance.now() - start).toBeLessThan(1000);
    await expect(asks(oracle, user("Count."), {}, given.signal)).rejects.toMatchObject({
      code: "TARE_INTERRUPTED",
    });
    const [learnt] = REFERENCE.greedy;
    expect(await asks(oracle, learnt!.messages)).toMatchObject({ text: learnt!.text });
  });
});
