import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Prepared, Scorer, Text } from "../../src/contract.js";
import { textKey } from "../../src/keys.js";
import { sizeOf } from "../../src/planning/texts.js";
import { makeBatches } from "../../src/scoring/batches.js";
import { timeBatches } from "../../src/scoring/time-batches.js";
import { keepSpeed, measureSpeed } from "../../src/stages/measure-speed.js";
import { openStore } from "../../src/store/open.js";
import { readThroughput } from "../../src/store/throughputs.js";
import { complaints } from "../cli/database.js";
import { workplace } from "../cli/workplace.js";
import { surroundings } from "./weighing.js";

const place = workplace();

/** Takes a millisecond for every 10 tokens of a batch, pads included; a token is four characters of the answer. */
function slowScorer(machine: string | undefined) {
  const asked: Prepared[] = [];
  const scorer: Scorer = {
    key: "slow",
    identity: {
      ...{ kind: "scripted", name: "slow", architecture: "", dtype: "", provider: "cpu", input: "none" },
      ...{ maxLength: 512, truncation: "error", batching: "padded", files: {}, heads: ["score"] },
    },
    tokenBudget: 100,
    threads: 1,
    ...(machine === undefined ? {} : { tunable: { machine, budgets: [100], threads: [1] } }),
    inFlight: 1,
    prepare: (key, text) => {
      return { key, text, tokens: Math.ceil(text.response.length / 4), truncated: false, input: undefined };
    },
    score: async (batch) => {
      asked.push(...batch);
      await pause((batch.length * Math.max(...batch.map(({ tokens }) => tokens))) / 10);
      return batch.map(() => [0]);
    },
    scorePadded: () => Promise.reject(new Error("not asked for")),
    sessionMilliseconds: () => 0,
    close: () => Promise.resolve(),
  };
  return { scorer, asked };
}

const SAMPLE = Array.from({ length: 120 }, (_, index) => {
  const text: Text = {
    messages: [{ role: "user", content: "Say it." }],
    response: "word ".repeat(4 + (index % 9)),
  };
  const content = { ...text, response: `${text.response}${index}` };
  return { key: textKey(content), text: content };
});
const characters = SAMPLE.reduce((sum, { text }) => sum + sizeOf(text), 0);
const around = surroundings(place.path);

/** Tokens, pads included, of the whole sample in batches as a run would make them. */
function cellsOf(scorer: Scorer): number {
  const prepared = SAMPLE.map(({ key, text }) => scorer.prepare(key, text));
  return makeBatches(prepared, 100).reduce(
    (sum, batch) => sum + batch.length * Math.max(...batch.map(({ tokens }) => tokens)),
    0,
  );
}

describe("the speed of a scorer", () => {
  it("is measured once for a machine, then known; a run's own takes its place", async () => {
    const store = openStore(join(place.path, "speed.db"));
    const { scorer, asked } = slowScorer("a machine");
    const first = await measureSpeed(store, scorer, SAMPLE, around);
    expect(first.source).toBe("now");
    // 0.1 ms a token at the least; timers are late, never early.
    expect(first.secondsPerCharacter * characters).toBeGreaterThan(0.00009 * cellsOf(scorer));
    expect(first.tokensPerCharacter * characters).toBeCloseTo(
      SAMPLE.reduce((sum, { key, text }) => sum + scorer.prepare(key, text).tokens, 0),
      6,
    );
    const count = asked.length;
    const second = await measureSpeed(store, scorer, SAMPLE, around);
    expect(second).toEqual({ ...first, source: "sample" });
    expect(asked).toHaveLength(count);

    const run = { scored: 1000, truncated: 0, wallMs: 5000, sessionMs: 0, tokens: 9000, padded: 1000 };
    keepSpeed(store, scorer, { ...run, scored: 63 });
    expect((await measureSpeed(store, scorer, SAMPLE, around)).source).toBe("sample");
    keepSpeed(store, scorer, run);
    const third = await measureSpeed(store, scorer, SAMPLE, around);
    // 5 s for 10,000 tokens and pads: half a millisecond each.
    expect(third.secondsPerCharacter * characters).toBeCloseTo(0.0005 * cellsOf(scorer), 9);
    expect(third).toMatchObject({ source: "run", texts: 1000, seconds: 5 });
    const setting = { scorer: "slow", machine: "a machine", tokenBudget: 100, threads: 2 };
    expect(readThroughput(store, setting)).toBeUndefined();
    store.db.close();
    expect(complaints(join(place.path, "speed.db"))).toEqual([]);
  });

  it("is measured every time where the machine is not told", async () => {
    const store = openStore(join(place.path, "unknown.db"));
    const { scorer, asked } = slowScorer(undefined);
    for (const _ of [1, 2]) expect((await measureSpeed(store, scorer, SAMPLE, around)).source).toBe("now");
    expect(asked.length).toBeGreaterThan(SAMPLE.length);
    store.db.close();
  });
});

it("a measurement takes whole batches of the sample until its time is up, one at least", async () => {
  const { scorer, asked } = slowScorer(undefined);
  const prepared = SAMPLE.map(({ key, text }) => scorer.prepare(key, text));
  const { signal } = new AbortController();
  const short = await timeBatches(scorer, prepared, 1, signal);
  expect(short.tally.scored).toBeGreaterThan(0);
  expect(short.tally.scored).toBeLessThan(30);
  expect(short.all.tokens + short.all.padded).toBe(cellsOf(scorer));
  const before = asked.length;
  const long = await timeBatches(scorer, prepared, 60_000, signal);
  expect(long.tally.scored).toBe(SAMPLE.length);
  expect(long.tally.tokens + long.tally.padded).toBe(cellsOf(scorer));
  // The warm-up batch is scored beside them and does not count.
  expect(asked.length - before).toBeGreaterThan(SAMPLE.length);
});
