import { expect, test } from "vitest";
import type { Scorer, Tuning } from "../../src/contract.js";
import { textKey } from "../../src/keys.js";
import scripted from "../../src/scorers/scripted.js";
import { tuneScorer } from "../../src/scoring/tune.js";
import { someTexts } from "./memory-sink.js";

/** A scorer whose session takes the milliseconds that `cost` says for a batch; every session notes that it was closed. */
async function timed(
  tunable: { readonly budgets: readonly number[]; readonly threads: readonly number[] },
  cost: (setting: Tuning, texts: number, call: number) => number,
) {
  const plain = await scripted.open("length", { cwd: "." });
  const closed: number[] = [];
  let calls = 0;
  const withTuning = (setting: Tuning): Scorer => {
    let milliseconds = 0;
    return {
      ...plain,
      ...setting,
      tunable: { machine: "m", ...tunable },
      score: (batch) => {
        milliseconds += cost(setting, batch.length, calls++);
        return plain.score(batch);
      },
      tuned: async (other) => withTuning(other),
      sessionMilliseconds: () => milliseconds,
      close: async () => void closed.push(setting.threads),
    };
  };
  const scorer = withTuning({ tokenBudget: tunable.budgets[0]!, threads: tunable.threads[0]! });
  const texts = someTexts(64).map((text) => scorer.prepare(textKey(text), text));
  return { scorer, texts, closed, calls: () => calls };
}
const setting = ({ tokenBudget, threads }: Scorer) => ({ tokenBudget, threads });
const budgets = { budgets: [512, 2048], threads: [2] };

test("a budget that is faster by more than a tenth is taken, and what was tried is told", async () => {
  const { scorer, texts } = await timed(budgets, ({ tokenBudget }, n) => (tokenBudget === 512 ? n : 0.8 * n));
  const { scorer: best, tried } = await tuneScorer(scorer, texts);
  expect(setting(best)).toEqual({ tokenBudget: 2048, threads: 2 });
  expect(tried.map(({ tokenBudget }) => tokenBudget)).toEqual([512, 2048]);
  // A millisecond a text is 1,000 texts a second; 0.8 are 1,250.
  expect(tried[0]!.textsPerSecond).toBeCloseTo(1000, 6);
  expect(tried[1]!.textsPerSecond).toBeCloseTo(1250, 6);
});

test("one that is faster by less, or not in every round, is not", async () => {
  const bit = await timed(budgets, ({ tokenBudget }, n) => (tokenBudget === 512 ? n : 0.95 * n));
  expect((await tuneScorer(bit.scorer, bit.texts)).scorer.tokenBudget).toBe(512);
  let other = 0;
  const once = await timed(budgets, ({ tokenBudget }, n) => {
    // The standard's first round is very bad: in sum the other wins, but in the two rounds after it loses.
    if (tokenBudget === 512) return other === 0 ? 4 * n : n;
    other++;
    return 1.5 * n;
  });
  expect((await tuneScorer(once.scorer, once.texts)).scorer.tokenBudget).toBe(512);
});

test("a setting that fails has lost; the standard's failure is the scorer's", async () => {
  const fails = (which: number) => (one: Tuning, n: number) => {
    if (one.tokenBudget === which) throw new Error("no memory");
    return n;
  };
  const big = await timed(budgets, fails(2048));
  expect((await tuneScorer(big.scorer, big.texts)).scorer.tokenBudget).toBe(512);
  const all = await timed(budgets, fails(512));
  await expect(tuneScorer(all.scorer, all.texts)).rejects.toThrow("no memory");
});

test("threads are tried on the better budget, and the session that lost is closed", async () => {
  const free = { budgets: [512, 2048], threads: [4, 2] };
  const half = await timed(free, ({ threads }, n) => (threads === 4 ? n : 0.5 * n));
  expect(setting((await tuneScorer(half.scorer, half.texts)).scorer)).toEqual({
    tokenBudget: 512,
    threads: 2,
  });
  expect(half.closed).toEqual([4]);
  const full = await timed(free, ({ threads }, n) => (threads === 4 ? n : 0.95 * n));
  expect(setting((await tuneScorer(full.scorer, full.texts)).scorer)).toEqual({
    tokenBudget: 512,
    threads: 4,
  });
  expect(full.closed).toEqual([2]);
});

test("the sweep takes two seconds of the session at most, and none where nothing is free or the model is slow", async () => {
  let spent = 0;
  const slow = await timed(budgets, (_, n) => {
    spent += 5 * n;
    return 5 * n;
  });
  await tuneScorer(slow.scorer, slow.texts);
  expect(spent).toBeLessThanOrEqual(2000 + 8 * 5);
  expect(spent).toBeGreaterThan(1000);
  const slower = await timed(budgets, (_, n) => 100 * n);
  expect(await tuneScorer(slower.scorer, slower.texts)).toMatchObject({ tried: [] });
  const pinned = await timed({ budgets: [64], threads: [1] }, (_, n) => n);
  expect(await tuneScorer(pinned.scorer, pinned.texts)).toMatchObject({ tried: [] });
  expect(pinned.calls()).toBe(0);
});
