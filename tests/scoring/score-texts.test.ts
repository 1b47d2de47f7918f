import { describe, expect, test } from "vitest";
import type { Scorer } from "../../src/contract.js";
import { TareError } from "../../src/errors.js";
import { textKey } from "../../src/keys.js";
import scripted from "../../src/scorers/scripted.js";
import { makeBatches } from "../../src/scoring/batches.js";
import { preparedWindows } from "../../src/scoring/prepared-windows.js";
import { type ScoringSink, scoreTexts } from "../../src/scoring/score-texts.js";
import { withModel } from "../scorers/fixture-models.js";
import { describeWithShared } from "../shared.js";
import { memorySink, silent, someTexts } from "./memory-sink.js";

const FORMULA = "0.1*length + noise(1)";
const openScripted = () => scripted.open(FORMULA, { cwd: "." });
const run = (scorer: Scorer, sink: ScoringSink, signal = new AbortController().signal, windowSize = 50) =>
  scoreTexts(scorer, sink, { total: () => 0, progress: silent, signal, windowSize });

describe("scoring", () => {
  test("every text once, in whole batches, with the scorer's own scores", async () => {
    const scorer = await openScripted();
    const sink = memorySink(someTexts(333));
    const tally = await run(scorer, sink);
    expect(tally).toMatchObject({ scored: 333, truncated: 0, sessionMs: 0, padded: 0 });
    expect(tally.tokens).toBe(sink.rows().reduce((sum, { tokens }) => sum + tokens, 0));
    for (const { key, text } of sink.texts) {
      const [expected] = await scorer.score([scorer.prepare(key, text)]);
      expect(sink.rows().filter((row) => row.text === key)).toMatchObject([{ logits: expected }]);
    }
    expect(await run(scorer, sink)).toMatchObject({ scored: 0, tokens: 0 });
  });

  test("a scorer that lacks texts says how many of all it lacks, not only the first", async () => {
    const sink = memorySink(someTexts(333));
    const lacks = new Set(sink.texts.filter((_, i) => i % 3 === 0).map(({ key }) => key));
    const scorer = await openScripted();
    const some: Scorer = {
      ...scorer,
      shortfall: () => ({ missing: lacks.size, of: 333 }),
      prepare: (key, text) => {
        prepared.add(key);
        return scorer.prepare(key, text);
      },
      score: async (batch) => {
        const missing = batch.find(({ key }) => lacks.has(key));
        if (missing !== undefined) throw new TareError("TARE_SCORE_MISSING", "none", { where: "s.jsonl" });
        return scorer.score(batch);
      },
    };
    const prepared = new Set<string>();
    await expect(run(some, sink)).rejects.toMatchObject({
      ...{ code: "TARE_SCORE_MISSING", where: "s.jsonl" },
      message: "111 of the 333 texts asked for have no score; the first: none",
    });
    expect(prepared.size).toBe(333);
  });

  test("an abort keeps what was written and the rest follows; progress counts what was done before", async () => {
    const scorer = await openScripted();
    const abort = new AbortController();
    const seen: [number, number][] = [];
    const notes: string[] = [];
    const sink = memorySink(someTexts(300), (batches) => {
      if (batches === 3) abort.abort();
    });
    await expect(run(scorer, sink, abort.signal)).rejects.toMatchObject({
      code: "TARE_INTERRUPTED",
      exit: 130,
    });
    const before = sink.rows().length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(300);
    const progress = {
      ...silent,
      update: (_: string, done: number, total: number, note = "") => {
        seen.push([done, total]);
        notes.push(note);
      },
    };
    const signal = new AbortController().signal;
    const rest = await scoreTexts(scorer, sink, {
      total: () => 300,
      progress,
      signal,
      windowSize: 50,
    });
    expect(rest.scored).toBe(300 - before);
    expect(new Set(sink.rows().map(({ text }) => text)).size).toBe(300);
    expect(seen.at(-1)).toEqual([300, 300]);
    expect(notes.at(-1)).toMatch(
      new RegExp(`^[\\d,.]+ texts/s, [\\d,.]+ tokens/s.*, ${before} known before$`),
    );
  });

  test("a text that cannot be prepared stops the run there, after what precedes it is written", async () => {
    const scorer = await openScripted();
    const sink = memorySink(someTexts(120));
    const bad = sink.texts[100]!.key;
    const broken: Scorer = {
      ...scorer,
      prepare: (key, text) => {
        if (key === bad) throw new Error("cannot");
        return scorer.prepare(key, text);
      },
    };
    await expect(run(broken, sink)).rejects.toThrow("cannot");
    expect(sink.rows().length).toBe(100);
  });
});

test("windows grow from a small first one, whatever is scored already", async () => {
  const scorer = await openScripted();
  const cuts: number[][] = [];
  for (const scored of [0, 250, 600]) {
    const sink = memorySink(someTexts(600));
    for (const { key } of sink.texts.slice(0, scored))
      sink.write([{ text: key, tokens: 1, truncated: false, logits: [0] }]);
    const sizes: number[] = [];
    const signal = new AbortController().signal;
    for await (const window of preparedWindows(scorer, sink.read(), 200, signal)) {
      expect(window.filter(({ prepared }) => prepared === undefined)).toHaveLength(
        Math.min(window.length, Math.max(0, scored - sizes.reduce((sum, size) => sum + size, 0))),
      );
      sizes.push(window.length);
    }
    cuts.push(sizes);
  }
  expect(cuts).toEqual(Array(3).fill([64, 128, 200, 200, 8]));
});

test("a session with larger batches has larger windows, eight times as large at most", async () => {
  const formula = await openScripted();
  const tunable = { machine: "", budgets: [8192], threads: [1] };
  const cut = async (tokenBudget: number) => {
    const sizes: number[] = [];
    const read = memorySink(someTexts(2000)).read();
    const signal = new AbortController().signal;
    for await (const window of preparedWindows({ ...formula, tunable, tokenBudget }, read, 100, signal))
      sizes.push(window.length);
    return sizes;
  };
  expect(await cut(512)).toEqual([64, ...Array(19).fill(100), 36]);
  expect(await cut(2048)).toEqual([256, 400, 400, 400, 400, 144]);
  expect(await cut(32_768)).toEqual([512, 800, 688]);
});

describeWithShared("scoring with a real session", "fixtures/models", (root) => {
  test("pipelined scores are those of the same batches one after the other, digit for digit", async () => {
    await withModel(`${root}/bert-pair`, async (scorer) => {
      const sink = memorySink(someTexts(150));
      const tally = await run(scorer, sink, undefined, 64);
      expect(tally.sessionMs).toBeGreaterThan(0);
      expect(tally.sessionMs).toBeLessThanOrEqual(tally.wallMs);
      const sequential = new Map<string, readonly number[]>();
      let padded = 0;
      for (let at = 0; at < 150; at += 64) {
        const window = sink.texts.slice(at, at + 64).map(({ key, text }) => scorer.prepare(key, text));
        for (const batch of makeBatches(window, scorer.tokenBudget)) {
          const logits = await scorer.score(batch);
          for (const [row, { key }] of batch.entries()) sequential.set(key, logits[row]!);
          padded += batch.length * batch.at(-1)!.tokens - batch.reduce((sum, { tokens }) => sum + tokens, 0);
        }
      }
      expect(new Map(sink.rows().map(({ text, logits }) => [text, logits]))).toEqual(sequential);
      expect(tally.padded).toBe(padded);
    });
  });

  test("an abort does not wait for batches on their way, and writes none in part", async () => {
    await withModel(`${root}/bert-pair`, async (scorer) => {
      const abort = new AbortController();
      const sink = memorySink(someTexts(64)); // one window
      const never: Scorer = {
        ...scorer,
        score: (batch) => {
          if (sink.batches.length < 2) return scorer.score(batch);
          setImmediate(() => abort.abort());
          return new Promise(() => {});
        },
      };
      await expect(run(never, sink, abort.signal, 64)).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
      const order = makeBatches(
        sink.texts.map(({ key, text }) => scorer.prepare(key, text)),
        scorer.tokenBudget,
      ).map((batch) => batch.map(({ key }) => key));
      const written = sink.batches.map((batch) => batch.map(({ text }) => text));
      expect(written.length).toBeGreaterThanOrEqual(2);
      expect(written).toEqual(order.slice(0, written.length));
    });
  });

  test("NaN stops the run at that text, named with its beginning", async () => {
    await withModel(`${root}/defects/nan-logits`, async (scorer) => {
      const sink = memorySink(someTexts(20));
      const error = await run(scorer, sink).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "TARE_SCORE_NOT_FINITE", where: "nan-logits", exit: 2 });
      const named = someTexts(20).find((text) => String(error).includes(textKey(text)))!;
      expect(String(error)).toContain(JSON.stringify(named.response.slice(0, 60)));
      expect(sink.rows()).toEqual([]);
    });
  });

  test("batches before a NaN are kept", async () => {
    await withModel(`${root}/bert-pair`, async (scorer) => {
      const sink = memorySink(someTexts(60));
      const order = makeBatches(
        sink.texts.map(({ key, text }) => scorer.prepare(key, text)),
        scorer.tokenBudget,
      );
      const bad = order[2]![0]!.key;
      const broken: Scorer = {
        ...scorer,
        score: async (batch) =>
          (await scorer.score(batch)).map((row, at) =>
            batch[at]!.key === bad ? [Number.POSITIVE_INFINITY] : row,
          ),
      };
      await expect(run(broken, sink, undefined, 60)).rejects.toMatchObject({
        code: "TARE_SCORE_NOT_FINITE",
        message: expect.stringContaining(bad),
      });
      const written = sink.batches.map((batch) => batch.map(({ text }) => text));
      expect(written).toEqual(order.slice(0, 2).map((batch) => batch.map(({ key }) => key)));
    });
  });
});
