import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/store/open.js";
import { readOracleUse } from "../../../src/store/oracle/use.js";
import { workplace } from "../../cli/workplace.js";
import { writeOracleRows } from "../oracle-rows.js";
import { addRun } from "../scored-store.js";

const place = workplace();
let store: Store;
let run = "";
let other = "";

beforeAll(() => {
  store = openStore(join(place.path, "tare.db"));
  const made = Array.from({ length: 4 }, () => ({
    subset: "",
    responses: [
      { role: "chosen" as const, score: 1 },
      { role: "rejected" as const, score: 0 },
    ],
  }));
  run = addRun(store, made, "one");
  other = addRun(store, made, "another");
  writeOracleRows(store, run);
  return () => store.db.close();
});

describe("what a run says of its oracle", () => {
  it("is nothing where it has none", () => {
    expect(readOracleUse(store, other)).toBeUndefined();
  });

  it("who wrote, and who verified", () => {
    const { oracle, verifier } = readOracleUse(store, run)!;
    expect(oracle).toMatchObject({ kind: "replay", model: "scribe", note: "written by hand" });
    expect(Object.keys(oracle.files)).toEqual(["answers.jsonl"]);
    expect(verifier).toMatchObject({ kind: "scripted", model: "judge", note: "" });
  });

  it("counts a question once, whatever was asked to mend its answer", () => {
    const { steps } = readOracleUse(store, run)!;
    const counted = steps.map(({ step, asked, read, repaired, unreadable }) => [
      step,
      asked,
      read,
      repaired,
      unreadable,
    ]);
    expect(counted).toEqual([
      ["attributes", 3, 3, 0, 0],
      ["grade", 3, 3, 0, 0],
      ["degrade", 3, 2, 0, 1],
      ["paraphrase", 2, 2, 0, 0],
      ["verify", 6, 6, 0, 0],
    ]);
  });

  it("a mended answer is read, and repaired", () => {
    const { db } = store;
    db.exec("BEGIN");
    db.exec(
      "UPDATE oracle_calls SET outcome = 'read', parsed = '{}', problem = '' WHERE repairs IS NOT NULL",
    );
    const { steps } = readOracleUse(store, run)!;
    db.exec("ROLLBACK");
    expect(steps.find(({ step }) => step === "degrade")).toMatchObject({
      asked: 3,
      read: 3,
      repaired: 1,
      unreadable: 0,
    });
  });

  it("counts what was tried, verified and refused, and how often the verifier agreed with itself", () => {
    expect(readOracleUse(store, run)!.operators).toEqual([
      {
        ...{ operator: "oracle:degrade", tried: 3, verified: 1, checked: 2, agreement: 0.75 },
        refused: { "oracle-unreadable": 1, "verifier-order": 1 },
      },
      {
        ...{ operator: "oracle:paraphrase", tried: 3, verified: 1, checked: 1, agreement: 1 },
        refused: { "oracle-over-budget": 1, "oracle-unchanged": 1 },
      },
    ]);
  });

  it("adds up the tokens that were counted, and says of how many calls", () => {
    // Twelve of the oracle, the mending one among them, and six of the verifier, who counts nothing.
    expect(readOracleUse(store, run)).toMatchObject({
      ...{ calls: 18, counted: 12, promptTokens: 1200, completionTokens: 240 },
      ...{ priced: 0, cost: null, seconds: 4.5 },
    });
  });

  it("gives a refusal of each operator and reason", () => {
    const { examples } = readOracleUse(store, run)!;
    expect(examples.map(({ operator, reason }) => `${operator} ${reason}`)).toEqual([
      "oracle:degrade oracle-unreadable",
      "oracle:degrade verifier-order",
      "oracle:paraphrase oracle-over-budget",
      "oracle:paraphrase oracle-unchanged",
    ]);
    expect(examples[1]!.detail).toContain("whichever it was");
  });

  it("leaves out operators that the run did not ask for, and counts degradations where it puts them under other prompts", () => {
    const { db } = store;
    const withPlan = (...operators: string[]) => {
      db.exec("BEGIN");
      // Upgrades of every item, which another run asked for.
      db.exec(`INSERT INTO oracle_interventions SELECT settings, item, 'oracle:upgrade', 1, 'clarity', 'refused', 'verifier-order', '', NULL, NULL, 0.5
                 FROM oracle_interventions WHERE operator = 'oracle:degrade'`);
      db.prepare("UPDATE runs SET plan = ? WHERE id = ?").run(JSON.stringify({ operators }), run);
      const use = readOracleUse(store, run)!;
      db.exec("ROLLBACK");
      return use;
    };
    expect(withPlan("oracle:paraphrase v1").operators.map(({ operator }) => operator)).toEqual([
      "oracle:paraphrase",
    ]);
    const { operators, calls } = withPlan("oracle:irrelevant-query v1", "length-padding@2 v1");
    // Of the item that has a degradation, the upgrade is not needed.
    expect(operators.map(({ operator, tried }) => [operator, tried])).toEqual([
      ["oracle:degrade", 3],
      ["oracle:upgrade", 2],
    ]);
    expect(calls).toBe(14);
    const composed = withPlan("oracle:upgrade+length-padding@2 v1001", "oracle:upgrade+emoji-added v1001");
    expect(composed.operators.map(({ operator, tried }) => [operator, tried])).toEqual([
      ["oracle:upgrade", 3],
    ]);
    const both = withPlan("oracle:irrelevant-query v1", "oracle:upgrade v1");
    expect(both.operators.map(({ tried }) => tried)).toEqual([3, 3]);
  });
});
