import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Progress, Scorer } from "../../src/contract.js";
import { itemId, promptKey } from "../../src/keys.js";
import onnx from "../../src/scorers/onnx.js";
import { sampleOf, settleBatching, settleTuning } from "../../src/stages/settle.js";
import { writeItems } from "../../src/store/items.js";
import { openStore, type Store } from "../../src/store/open.js";
import { readTuning } from "../../src/store/tunings.js";
import { ask, askOne, complaints } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { withModel } from "../scorers/fixture-models.js";
import { describeWithShared } from "../shared.js";
import { surroundings, weigh } from "./weighing.js";

const place = workplace();
const at = (database: string) => join(place.path, database);

/** A database with the items of a few preferences, and what is said meanwhile. */
function opened(name: string) {
  const store: Store = openStore(at(name));
  const items = preferences(20).map(({ prompt, chosen, rejected }) => {
    const draft = {
      prompt: [{ role: "user", content: prompt }],
      responses: [
        { role: "chosen" as const, text: chosen, style: "" },
        { role: "rejected" as const, text: rejected, style: "" },
      ],
      subset: "",
    };
    return { ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) };
  });
  writeItems(store, items);
  const said: string[] = [];
  const progress: Progress = { update: () => {}, say: (line) => void said.push(line), end: () => {} };
  const sample = sampleOf(
    store,
    items.map(({ id }) => id),
  );
  return { store, sample, said, around: surroundings(place.path, { progress }) };
}

const neverScores = (scorer: Scorer): Scorer => ({
  ...scorer,
  score: () => Promise.reject(new Error("scored")),
});

describeWithShared("batches or one by one", "fixtures/models", (root) => {
  const model = (name: string) => join(root, name);

  test("a sound model stays in batches, and the measurement is kept", async () => {
    const { store, sample, said, around } = opened("sound.db");
    expect(sample.texts).toHaveLength(40);
    await withModel(model("bert-pair"), async (scorer) => {
      expect(await settleBatching(store, scorer, sample, around)).toBe(scorer);
      expect(await settleBatching(store, neverScores(scorer), sample, around)).toMatchObject({
        key: scorer.key,
      });
    });
    expect(said).toEqual([]);
    store.db.close();
    expect(ask(at("sound.db"), "SELECT texts, cause FROM noise")).toEqual([{ texts: 40, cause: "" }]);
    expect(askOne(at("sound.db"), "SELECT count(*) FROM scores")).toBe(0);
  });

  test("one whose scores move in batches takes texts alone: said, kept, decided alike again", async () => {
    const { store, sample, said, around } = opened("moved.db");
    const folder = model("defects/dynamic-int8");
    await withModel(
      folder,
      (batched) =>
        withModel(folder, async (single) => {
          expect([batched, single].map(({ identity }) => identity.batching)).toEqual([
            "right-padded",
            "single",
          ]);
          const open: Scorer = { ...batched, alone: () => single };
          expect(await settleBatching(store, open, sample, around)).toBe(single);
          expect(await settleBatching(store, neverScores(open), sample, around)).toBe(single);
          // What was scored alone on the way are scores of the scorer that was chosen.
          for (const { key, text } of sample.texts.slice(0, 5)) {
            const [logits] = await single.score([single.prepare(key, text)]);
            const stored = store.db.prepare("SELECT logit FROM scores WHERE scorer = ? AND text = ?").pluck();
            expect(stored.all(single.key, key)).toEqual(logits);
          }
          const noise = (key: string) =>
            store.db.prepare("SELECT floor, cause FROM noise WHERE scorer = ?").get(key);
          expect(noise(single.key)).toEqual({ floor: 0, cause: "" });
          expect(noise(batched.key)).toMatchObject({ floor: expect.toSatisfy((floor) => floor > 1e-3) });
        }),
      { batching: "padded" },
    );
    store.db.close();
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^dynamic-int8: one text at a time, since .*--batching padded/);
    expect(complaints(at("moved.db"))).toEqual([]);
  });

  test("the user's word goes before the measurement, but not before the graph's", async () => {
    const of = (name: string, batching: "single" | "padded") =>
      withModel(
        model(name),
        async ({ identity, tokenBudget, alone }) => [identity.batching, tokenBudget, alone],
        {
          batching,
          batchTokens: 300,
        },
      );
    expect(await of("bert-pair", "single")).toEqual(["single", 1, undefined]);
    expect(await of("bert-pair", "padded")).toEqual(["right-padded", 300, undefined]);
    await expect(of("defects/batch1-only", "padded")).rejects.toMatchObject({ code: "TARE_USAGE" });
  });
});

describeWithShared("batch size and threads", "fixtures/models/bert-pair", (model) => {
  const options = { models: [`onnx:${model}`], database: "frozen.db" };
  beforeAll(() => {
    place.file("data.jsonl", lines(preferences(12)));
    place.file("rubric.json", COMPLETENESS);
  });
  const frozen = () => ask(at("frozen.db"), "SELECT token_budget, threads FROM runs");

  test("a sweep is made once for a scorer and machine, and nothing is measured where all is pinned", async () => {
    const { store, sample, around } = opened("sweep.db");
    const free = await onnx.open(model, { cwd: "/", device: "cpu", threads: 1 });
    const settled = await settleTuning(store, free, sample, undefined, around);
    expect(free.tunable!.budgets).toContain(settled.tokenBudget);
    expect(readTuning(store, free.key, free.tunable!.machine)).toEqual({
      tokenBudget: settled.tokenBudget,
      threads: 1,
    });
    const again = await settleTuning(store, neverScores(settled), sample, undefined, around);
    expect(again.tokenBudget).toBe(settled.tokenBudget);
    await free.close();
    await withModel(
      model,
      async (pinned) => {
        const same = await settleTuning(store, neverScores(pinned), sample, undefined, around);
        expect(same).toMatchObject({ tokenBudget: 77, threads: 2 });
      },
      { batchTokens: 77, threads: 2 },
    );
    store.db.close();
    expect(askOne(at("sweep.db"), "SELECT tried FROM tunings")).toMatch(
      /^512 tokens, 1 threads: [\d.]+ texts\/s; 2048/,
    );
  });

  test("a run that goes on makes the batches it was begun with", async () => {
    const abort = new AbortController();
    const stopping: Progress = {
      update: (stage, done) => {
        if (stage === "score" && done > 30) abort.abort();
      },
      say: () => {},
      end: () => {},
    };
    const broken = weigh(
      place.path,
      { ...options, batchTokens: 200 },
      { signal: abort.signal, progress: stopping },
    );
    await expect(broken).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
    expect(frozen()).toEqual([{ token_budget: 200, threads: 1 }]);
    const said: string[] = [];
    const progress: Progress = { update: () => {}, say: (line) => void said.push(line), end: () => {} };
    await weigh(place.path, { ...options, batchTokens: 900 }, { progress });
    expect(frozen()).toEqual([{ token_budget: 200, threads: 1 }]);
    expect(said).toContain("the run was begun with 200 tokens a batch: going on with that");
    await weigh(place.path, { ...options, database: "whole.db", batchTokens: 200 });
    const scores = "SELECT text, logit FROM scores ORDER BY text";
    expect(ask(at("frozen.db"), scores)).toEqual(ask(at("whole.db"), scores));
  });

  test("threads change no digit of a score", async () => {
    const scoreWith = (threads: number) =>
      withModel(
        model,
        (scorer) => {
          const { sample } = opened(`threads-${threads}.db`);
          return scorer.score(sample.texts.slice(0, 8).map(({ key, text }) => scorer.prepare(key, text)));
        },
        { threads },
      );
    expect(await scoreWith(2)).toEqual(await scoreWith(1));
  });
});
