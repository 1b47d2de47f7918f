import { expect, test } from "vitest";
import type { Scorer } from "../../src/contract.js";
import { textKey } from "../../src/keys.js";
import scripted from "../../src/scorers/scripted.js";
import { measureNoise } from "../../src/scoring/noise.js";
import { withModel } from "../scorers/fixture-models.js";
import { describeWithShared } from "../shared.js";
import { someTexts } from "./memory-sink.js";

const sample = someTexts(20).map((text) => ({ key: textKey(text), text }));

test("a formula has no noise", async () => {
  const scorer = await scripted.open("length + noise(1)", { cwd: "." });
  const { alone, ...noise } = await measureNoise(scorer, sample);
  expect(alone.map(({ text }) => text)).toEqual(sample.map(({ key }) => key));
  expect(noise).toEqual({
    floor: [0],
    texts: 20,
    repeat: [0],
    batched: [0],
    padded: [0],
    cause: "",
  });
});

test("an abort is heard between two batches", async () => {
  const scorer = await scripted.open("length", { cwd: "." });
  const abort = new AbortController();
  const interrupting: Scorer = {
    ...scorer,
    score: (batch) => {
      if (batch[0]!.key === sample[5]!.key) abort.abort();
      return scorer.score(batch);
    },
  };
  await expect(measureNoise(interrupting, sample, abort.signal)).rejects.toMatchObject({
    code: "TARE_INTERRUPTED",
  });
});

describeWithShared("noise of real sessions", "fixtures/models", (root) => {
  test("a sound model moves in its last digits only, whatever its head", async () => {
    for (const [model, heads] of [
      ["multi-head", 5],
      ["gpt2-leftpos", 1],
    ] as const) {
      await withModel(`${root}/${model}`, async (scorer) => {
        const noise = await measureNoise(scorer, sample);
        expect(noise).toMatchObject({ texts: 20, repeat: Array(heads).fill(0), cause: "" });
        expect(noise.floor).toHaveLength(heads);
        for (const [head, floor] of noise.floor.entries()) {
          expect(floor).toBe(Math.max(noise.batched[head]!, noise.padded[head]!));
          // The fixtures promise 1e-4 against the reference, so twice that between two ways.
          expect(floor).toBeLessThan(2e-4);
        }
      });
    }
  });

  test("dynamic int8 is quiet alone, and named when it is batched after all", async () => {
    await withModel(`${root}/defects/dynamic-int8`, async (scorer) => {
      expect(await measureNoise(scorer, sample)).toMatchObject({ floor: [0], cause: "" });
      const forced: Scorer = { ...scorer, tokenBudget: 512 };
      const noise = await measureNoise(forced, sample);
      expect(noise.floor[0]).toBeGreaterThan(1e-3);
      expect(noise.repeat).toEqual([0]);
      expect(noise.cause).toMatch(/padding moves scores|length of the input|other texts of its batch/);
    });
  });

  test("NaN has no noise floor", async () => {
    await withModel(`${root}/defects/nan-logits`, async (scorer) => {
      await expect(measureNoise(scorer, sample)).rejects.toMatchObject({ code: "TARE_SCORE_NOT_FINITE" });
    });
  });
});
