import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filterItem, filterPair } from "../../src/show/filter.js";
import { findShown } from "../../src/show/find-shown.js";
import { readRun } from "../../src/store/browse/read-run.js";
import { openStore, type Store } from "../../src/store/open.js";
import { addRun } from "../store/scored-store.js";
import { ITEM, PAIR } from "./shown.js";

let store: Store;
let run: string;
beforeAll(() => {
  store = openStore(":memory:");
  const answers = Array.from({ length: 40 }, (_, at) => ({
    subset: "s",
    responses: [
      { role: "chosen" as const, score: at, changed: at + 1 },
      { role: "rejected" as const, score: -at },
    ],
  }));
  run = addRun(store, answers, "made");
});
afterAll(() => store.db.close());

const keys = (table: string, column: string) =>
  store.db.prepare<[], string>(`SELECT ${column} FROM ${table} ORDER BY 1`).pluck().all();

describe("a key", () => {
  it("names what it is the key of, whole or by a beginning that no other has, however it is written", () => {
    expect(findShown(store, run)).toEqual({ kind: "run", key: run });
    for (const [kind, table, column] of [
      ["item", "items", "id"],
      ["pair", "pairs", "key"],
    ] as const)
      for (const key of keys(table, column).slice(0, 3)) {
        expect(findShown(store, key)).toEqual({ kind, key });
        expect(findShown(store, ` ${key.slice(0, 16).toUpperCase()}… `)).toEqual({ kind, key });
      }
  });

  it("that several begin with is refused with those, by kind", () => {
    // 81 keys of 16 digits: one digit at least is the first of several kinds.
    const all = [...keys("items", "id"), ...keys("pairs", "key"), run];
    const digit = "0123456789abcdef"
      .split("")
      .find((one) => all.filter((key) => key.startsWith(one)).length > 6)!;
    const items = keys("items", "id").filter((key) => key.startsWith(digit));
    expect(() => findShown(store, digit)).toThrow(
      expect.objectContaining({ code: "TARE_UNKNOWN_KEY", fix: "Give more of the key." }),
    );
    const message = (() => {
      try {
        findShown(store, digit);
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    })();
    expect(message).toContain(items[0]!.slice(0, 12));
    expect(message).toMatch(new RegExp(`^"${digit}" begins `));
  });

  it.each(["", "  ", "zz", "%", "0'--"])("%j names nothing, and that is said", (given) => {
    expect(() => findShown(store, given)).toThrow(/no run, item or pair begins with/);
  });
});

describe("a run read back", () => {
  it("has what was stored of it, and is undefined where there is none", () => {
    expect(readRun(store, run)).toMatchObject({
      ...{ run, state: "complete", verdict: null, rubric: { name: "made" }, pairs: 40, skipped: 0 },
      data: { digest: "d", files: [], items: 40, prompts: 40 },
      scorer: { name: "made", heads: ["reward"], key: "made" },
      texts: { scored: 80, truncated: 0 },
    });
    expect(readRun(store, "none")).toBeUndefined();
  });
});

describe("scores", () => {
  it("are those of the models and runs asked for", () => {
    expect(filterPair(PAIR, { model: "FALL" }).scores.map(({ model }) => model)).toEqual(["falls"]);
    expect(filterPair(PAIR, { run: "holds-run" }).scores.map(({ model }) => model)).toEqual(["holds"]);
    expect(filterPair(PAIR, {})).toEqual(PAIR);
    const item = filterItem(ITEM, { model: "holds" });
    expect(item.responses.map(({ scores }) => scores.length)).toEqual([1, 1]);
    expect(item.pairs.map(({ augmentation }) => augmentation)).toEqual(["length-padding"]);
    expect(item.skips.length).toBe(1);
  });

  it("that none is left of are an error that names whose there are; a pair without any is shown", () => {
    expect(() => filterPair(PAIR, { model: "nobody" })).toThrow(
      expect.objectContaining({
        code: "TARE_UNKNOWN_NAME",
        fix: expect.stringContaining("It was scored by: falls (run falls-run-01), holds"),
      }),
    );
    expect(filterPair({ ...PAIR, scores: [] }, { model: "nobody" }).scores).toEqual([]);
  });
});
