import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chooseOperators, loadChosen } from "../../src/audit/choose.js";
import { auditChunk, chunksOf, emptyFindings, mergeFindings } from "../../src/audit/chunk.js";
import { donorsOf } from "../../src/audit/donors.js";
import { lessonRows } from "../../src/audit/lesson-rows.js";
import { auditHere, auditInThreads } from "../../src/audit/threads.js";
import { workerFile } from "../../src/audit/worker-file.js";
import { itemOf, operatorOf } from "../pairs/made.js";

const ITEMS = Array.from({ length: 200 }, (_, i) =>
  itemOf(`Which is river ${i % 150}?`, [
    ["chosen", `The river ${i} is ${20 + i} km long. It has many arms, and it is very cold in the north.`],
    ["rejected", `It is river ${i}.`],
  ]),
);
const PLAN = { seed: 1, donors: donorsOf(ITEMS, 1, 256), window: 10_000, measured: 20 };

describe("an audit", () => {
  it("divides items by whole prompts, whatever their order", () => {
    const chunks = chunksOf(ITEMS);
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.flat()).toHaveLength(200);
    const places = new Map<string, number>();
    for (const [index, chunk] of chunks.entries())
      for (const { promptKey } of chunk) {
        expect(places.get(promptKey) ?? index).toBe(index);
        places.set(promptKey, index);
      }
    expect(chunksOf([...ITEMS].reverse())).toEqual(chunks);
  });

  it("counts what applied, what was refused and what threw", () => {
    const odd = operatorOf({ name: "odd", preserves: ["numbers"] }, ({ response }) => {
      if (response.includes("river 7 ")) throw new Error("seven");
      if (response.includes("river 8 ")) return { skip: "eight" };
      if (response.includes("river 9 ")) return `${response} And 12 more.`;
      return `${response} Indeed.`;
    });
    const items = [7, 8, 9, 10, 11].map((i) => itemOf(`Q${i}`, [["response", `The river ${i} is long.`]]));
    const [tally] = auditChunk(items, [{ augmentation: odd, dose: undefined }], PLAN).operators;
    expect(tally).toMatchObject({
      asked: 5,
      applied: 3,
      threw: 1,
      skipped: { eight: 1 },
      measured: 3,
      refused: { "numbers-touched": 1 },
      insertions: 2,
      errors: [{ detail: "seven" }],
    });
    // "Indeed" twice: one thing said, in two different variants.
    expect([tally!.realisations.size, tally!.variants.size]).toEqual([1, 2]);
    expect(tally!.drift.sentences).toEqual({ sum: 2, moved: 2 });
    expect(tally!.drift.registerMarkers).toEqual({ sum: 2, moved: 2 });
  });

  it("measures no more than it is told, and applies the rest", () => {
    const more = operatorOf({ name: "more" }, ({ response }) => `${response} Yes.`);
    const [tally] = auditChunk(ITEMS, [{ augmentation: more, dose: undefined }], PLAN).operators;
    expect([tally!.applied, tally!.measured]).toEqual([400, 20]);
  });

  it("counts items of which an operator takes one answer, and only those it is asked about", () => {
    const takesTens = ({ response }: { readonly response: string }) =>
      response.includes("10") ? `${response} Yes.` : { skip: "no-ten" };
    const tens = operatorOf({ name: "tens" }, takesTens);
    const worse = operatorOf({ name: "worse", expects: "lower" }, takesTens);
    const items = [
      itemOf("Q1", [
        ["chosen", "It is 9."],
        ["rejected", "It is 10."],
      ]),
      itemOf("Q2", [
        ["chosen", "It has 10."],
        ["rejected", "It got 10."],
      ]),
      itemOf("Q3", [["rejected", "It is 10."]]),
    ];
    const selected = [tens, worse].map((augmentation) => ({ augmentation, dose: undefined }));
    const counts = auditChunk(items, selected, PLAN).operators.map((tally) => [tally.items, tally.applied]);
    expect(counts).toEqual([
      [{ asked: 3, applied: 3 }, 4],
      [{ asked: 2, applied: 1 }, 1],
    ]);
  });

  it("says how often the chosen answer has more", () => {
    const rows = new Map(lessonRows(auditChunk(ITEMS, [], PLAN).lessons).map((row) => [row.covariate, row]));
    expect(rows.get("tokens")).toMatchObject({ comparisons: 200, more: 200, less: 0, same: 0, share: 1 });
    expect(rows.get("tokens")!.lower).toBeGreaterThan(0.95);
    expect(rows.get("headings")).toMatchObject({ same: 200, share: null, lower: null, reason: "no value" });
  });

  it("is the same in one thread and in several", async () => {
    const choice = await chooseOperators(
      ["number-changed", "length-padding@1.5", "relevance"],
      process.cwd(),
    );
    const file = workerFile();
    expect(file !== undefined && existsSync(file), "needs the build (npm run build)").toBe(true);
    const counted: number[] = [];
    const work = {
      chunks: chunksOf(ITEMS),
      choice,
      plan: PLAN,
      signal: new AbortController().signal,
      done: (n: number) => counted.push(n),
    };
    const [here, there] = [await auditHere(work), await auditInThreads(work, file!, 2)];
    const timeless = (found: typeof here) => ({
      ...found,
      operators: found.operators.map((tally) => ({ ...tally, milliseconds: 0 })),
    });
    expect(timeless(there)).toEqual(timeless(here));
    expect(counted.at(-1)).toBe(work.chunks.length);
    const merged = emptyFindings(await loadChosen(choice));
    mergeFindings(merged, here);
    expect(timeless(merged)).toEqual(timeless(here));
  });

  it("stops where it is told to, and refuses an unknown name", async () => {
    const choice = await chooseOperators(["preamble"], process.cwd());
    const stop = new AbortController();
    const work = {
      chunks: chunksOf(ITEMS),
      choice,
      plan: PLAN,
      signal: stop.signal,
      done: () => stop.abort(),
    };
    await expect(auditHere(work)).rejects.toMatchObject({ code: "TARE_INTERRUPTED" });
    await expect(chooseOperators(["preamblee"], process.cwd())).rejects.toMatchObject({
      code: "TARE_UNKNOWN_NAME",
    });
  });
});
