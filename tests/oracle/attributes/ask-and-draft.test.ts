import { beforeEach, describe, expect, test } from "vitest";
import type { Item, Oracle } from "../../../src/contract.js";
import { TareError } from "../../../src/errors.js";
import { itemId, promptKey } from "../../../src/keys.js";
import { sensible } from "../../../src/oracle/scripted/sensible.js";
import { askAndDraft, type DraftJob } from "../../../src/stages/ask-and-draft.js";
import { writeItems } from "../../../src/store/items.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { type Answering, fakeOracle } from "../ask/fake-oracle.js";

const item = (asked: string, chosen: string, rejected?: string): Item => {
  const draft = {
    prompt: [{ role: "user", content: asked }],
    responses: [
      { role: "chosen" as const, style: "", text: chosen },
      ...(rejected === undefined ? [] : [{ role: "rejected" as const, style: "", text: rejected }]),
    ],
    subset: "",
  };
  return { ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) } as Item;
};
const ITEMS = [
  item("How hot is it?", "It is 40 degrees, which is far too hot for a walk at noon with a dog.", "Hot."),
  item(
    "How hot is it?",
    "It is 40 degrees.",
    "It is hot, and it was hot before, and it will be hot 2 days more.",
  ),
  item("Why is it hot?", "Because it is summer."),
  item("When is it cool?", "At 5 in the morning.", "Never."),
];

let store: Store;
beforeEach(() => {
  store = openStore(":memory:");
  writeItems(store, ITEMS);
  return () => store.db.close();
});

const open = (oracle: Oracle) =>
  ({
    oracle,
    verifier: oracle,
    prompts: undefined,
    budget: undefined,
    price: undefined,
    close: async () => {},
  }) as never;
const draft = (answering: Answering, more: Partial<DraftJob> = {}, controller = new AbortController()) => {
  const oracle = fakeOracle(answering);
  const warned: string[] = [];
  const progress = { update: () => {}, say: () => {}, end: () => {} };
  const around = { signal: controller.signal, now: () => "2026-03-01T00:00:00Z", progress, cwd: "/" };
  const job = { files: ["/somewhere/prefs.jsonl"], items: ITEMS.map(({ id }) => id), seed: 7, ...more };
  const drafted = askAndDraft(store, open(oracle), { grade: false, minShare: 0.05, name: "mine", ...job }, {
    ...around,
    warn: (line: string) => void warned.push(line),
    stdin: undefined,
  } as never);
  return { oracle, drafted, warned };
};
const good: Answering = (request) => JSON.stringify(sensible(request));
const steps = (oracle: ReturnType<typeof fakeOracle>) => oracle.asked.map(({ step }) => step).sort();

describe("a draft", () => {
  test("asks about each prompt once, grades what can be compared, and a second one asks nothing", async () => {
    const first = draft(good, { grade: true });
    const drafted = await first.drafted;
    // Three prompts, one list; three items with a preference, two answers each.
    expect(steps(first.oracle)).toEqual([...Array(3).fill("attributes"), ...Array(6).fill("grade"), "merge"]);
    expect(drafted.prompts).toEqual({ asked: 3, answered: 3 });
    expect(drafted.graded).toEqual({ items: 3, unranked: 1 });
    // By the scripted rules: figures are accurate, 15 words are clear, 40 are complete.
    expect(drafted.attributes.map(({ name, share, evidence }) => [name, share, evidence])).toEqual([
      ["accuracy", 1, { items: 3, forChosen: 2, forRejected: 0 }],
      ["clarity", 1, { items: 3, forChosen: 1, forRejected: 1 }],
      ["completeness", 1, { items: 3, forChosen: 0, forRejected: 0 }],
    ]);
    expect(drafted.text).not.toContain("/somewhere");
    const again = draft(good, { grade: true });
    expect((await again.drafted).text).toBe(drafted.text);
    expect(again.oracle.asked).toEqual([]);
  });

  test("goes on where it was interrupted", async () => {
    const controller = new AbortController();
    const first = draft(
      (request, nth) => {
        if (nth === 2) controller.abort();
        return JSON.stringify(sensible(request));
      },
      {},
      controller,
    );
    await expect(first.drafted).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
    const kept = store.db.prepare("SELECT count(*) FROM oracle_calls").pluck().get() as number;
    expect(kept).toBeGreaterThan(0);
    const again = draft(good);
    await again.drafted;
    expect(again.oracle.asked.length).toBe(4 - kept);
  });

  test("counts what could not be used, with examples, and goes on with the rest", async () => {
    const { drafted } = draft((request) =>
      JSON.stringify(request.inputs).includes("Why is it hot?")
        ? "I'm sorry, I cannot."
        : JSON.stringify(sensible(request)),
    );
    const { misses, prompts } = await drafted;
    expect(prompts).toEqual({ asked: 3, answered: 2 });
    expect(misses).toMatchObject([{ step: "attributes", reason: "oracle-refused", count: 1 }]);
    expect(misses[0]!.examples).toEqual([expect.stringContaining('"Why is it hot?": the model declined')]);
  });

  test("leaves out what few prompts share, and says so where that is everything", async () => {
    const oracle: Answering = (request) => {
      if (request.step === "merge") return JSON.stringify(sensible(request));
      const [{ content }] = request.inputs.prompt as [{ content: string }];
      const names = content.startsWith("Why") ? ["truth", "cause"] : ["truth"];
      return JSON.stringify({ attributes: names.map((name) => ({ name, why: "It matters." })) });
    };
    const { attributes, rare } = await draft(oracle, { minShare: 0.5 }).drafted;
    expect(attributes.map(({ name, prompts }) => [name, prompts.size])).toEqual([["truth", 3]]);
    expect(rare.map(({ name, prompts }) => [name, prompts.size])).toEqual([["cause", 1]]);
    // Each prompt an attribute of its own, and nothing that puts them together.
    const apart: Answering = ({ step, inputs }) => {
      if (step === "merge") return "I'm sorry, I cannot.";
      const [{ content }] = inputs.prompt as [{ content: string }];
      return JSON.stringify({ attributes: [{ name: content, why: "It matters." }] });
    };
    const failed = draft(apart, { minShare: 0.9, seed: 8 });
    await expect(failed.drafted).rejects.toMatchObject({
      code: "TARE_ORACLE_ATTRIBUTES",
      fix: expect.stringContaining("--min-share"),
    });
  });

  test("is none where no answer can be used, or the oracle is gone: that error, said once", async () => {
    await expect(draft(() => "nonsense").drafted).rejects.toMatchObject({
      code: "TARE_ORACLE_ATTRIBUTES",
      message: expect.stringContaining("attributes oracle-unreadable 3"),
    });
    const gone = new TareError("TARE_ORACLE_KEY", "401", { where: "http://127.0.0.1:1/v1" });
    const { drafted, warned } = draft(() => gone, { seed: 8 });
    await expect(drafted).rejects.toBe(gone);
    expect(warned).toEqual([]);
  });
});
