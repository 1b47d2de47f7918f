import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { recordExport } from "../../src/augment/record.js";
import type { RunView } from "../../src/contract.js";
import { listQueries } from "../../src/registry.js";
import { rejudgeRuns } from "../../src/stages/rejudge.js";
import { openStore } from "../../src/store/open.js";
import { runQuery } from "../../src/store/queries.js";
import { readLedger } from "../../src/store/training-exports.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS, KEEPS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

const place = workplace();
const DATA = preferences(16);
const asked = (content: string) => [{ role: "user", content }];

/** As tare augment would: the answers of these items, each with a sentence more. */
function exportSome(database: string, which: readonly number[], at: string): void {
  const store = openStore(join(place.path, database));
  const record = recordExport(store, {
    ...{ file: `train-${at.slice(0, 4)}.jsonl`, at, format: "pairs" },
    ...{ operators: ["truncated-ending@2+preamble"], heldOut: ["length-padding", "sentence-dropped"] },
  });
  for (const index of which) {
    const { prompt, chosen } = DATA[index]!;
    // The text differs in case and white space alone.
    const base = { messages: asked(` ${prompt.toUpperCase()}`), response: chosen };
    record.add({ base, variant: { ...base, response: `${chosen} Well, then.` } } as never);
  }
  record.finish();
  store.db.close();
}

const LATE = "2027-01-01T00:00:00.000Z";
const EARLY = "2025-01-01T00:00:00.000Z";
const mine = (claim: string, { verdicts }: RunView) => verdicts.find(({ claim: { id } }) => id === claim)!;

beforeAll(() => {
  place.file("data.jsonl", lines(DATA));
  place.file("rubric.json", {
    ...COMPLETENESS,
    causal: [
      {
        ...COMPLETENESS.causal[0],
        augmentations: ["truncated-ending", "sentence-dropped", "conclusion-dropped"],
      },
    ],
    ranking: { accuracy: { atLeast: 0.5 } },
  });
});

const CLAIM = "completeness/correct-direction";
const run = async (
  database: string,
  more: Parameters<typeof weigh>[1] = {},
  clock: Parameters<typeof weigh>[2] = {},
) => {
  const said: string[] = [];
  const outcomes = await weigh(
    place.path,
    { models: [KEEPS], database, ...more },
    { warn: (line) => said.push(line), ...clock },
  );
  return { view: outcomes[0]!.view, said };
};

describe("prompts that were exported for training", () => {
  test("are counted and told, and what rests on them does not pass until it is accepted", async () => {
    exportSome("flagged.db", [0, 1, 2], EARLY);
    const { view, said } = await run("flagged.db");
    expect(view.training).toMatchObject({
      exports: [{ file: "train-2025.jsonl", at: EARLY, origin: "augment", prompts: 3, items: 3, leftOut: 0 }],
      ...{ items: 3, prompts: 3, inFamily: ["truncated-ending"], heldOut: ["sentence-dropped"] },
    });
    expect(said.join()).toMatch(
      /3 of 16 items were exported for training: 3 in train-2025.jsonl of 2025-01-01/u,
    );
    expect(view.verdict).toBe("inconclusive");
    expect(mine(CLAIM, view).because).toMatch(/3 prompts behind it were exported/u);
    expect(mine("ranking/accuracy", view).verdict).toBe("inconclusive");

    const store = openStore(join(place.path, "flagged.db"), { mustExist: true });
    const gate = (acceptExported: boolean) =>
      rejudgeRuns(store, undefined, { today: "2026-01-01", waivers: [], acceptExported })[0]!;
    expect([gate(false).verdict, gate(true).verdict]).toEqual(["inconclusive", "pass"]);
    expect(gate(true)).toMatchObject({ look: 1, lookOfAll: 1, training: { prompts: 3 } });
    const rows = (name: string) => runQuery(store, listQueries().find((one) => one.name === name)!, {}).rows;
    expect(rows("exported-items")).toHaveLength(3);
    expect(rows("training-exports")).toHaveLength(1);
    store.db.close();

    const accepted = await run("flagged.db", { contamination: "accept" });
    expect(accepted.view).toMatchObject({ run: view.run, verdict: "pass", training: { prompts: 3 } });
  });

  test("are left out, or refused before anything is scored", async () => {
    exportSome("strict.db", [0, 1, 2], EARLY);
    await expect(run("strict.db", { contamination: "refuse" })).rejects.toMatchObject({
      code: "TARE_TRAINED_ON",
      message: expect.stringContaining("3 of 16 items"),
    });
    const { view } = await run("strict.db", { contamination: "leave-out" });
    expect(view).toMatchObject({ verdict: "pass", data: { items: 13, prompts: 13 } });
    expect(view.training).toMatchObject({ prompts: 0, exports: [{ leftOut: 3, items: 0 }] });

    exportSome("strict.db", [...DATA.keys()], EARLY.replace("2025", "2024"));
    await expect(run("strict.db", { contamination: "leave-out" })).rejects.toMatchObject({
      code: "TARE_TRAINED_ON",
      message: expect.stringContaining("nothing is left"),
    });
  });

  test("count pairs that were exported as they are, in the ledger and in a file that is named", async () => {
    const clean = await run("pairs.db");
    expect(clean.view).toMatchObject({ verdict: "pass" });
    expect(clean.view.training).toBeUndefined();
    const store = openStore(join(place.path, "pairs.db"), { mustExist: true });
    const pairs = store.db
      .prepare<[], { base: string; variant: string; prompt: string; augmentation: string }>(
        `SELECT b.response AS base, v.response AS variant, q.text AS prompt, p.augmentation
           FROM pairs p JOIN texts b ON b.key = p.base JOIN texts v ON v.key = p.variant JOIN prompts q ON q.key = b.prompt
          ORDER BY p.key LIMIT 4`,
      )
      .all();
    store.db.close();
    const file = pairs.map((pair, index) =>
      index === 0
        ? { ...pair, variant: `${pair.variant} Not as it was.`, expects: "lower" }
        : { ...pair, expects: "lower" },
    );
    place.file("named.jsonl", lines(file));
    const { view } = await run("pairs.db", { trainedOn: ["named.jsonl"] });
    const prompts = new Set(pairs.map(({ prompt }) => prompt)).size;
    expect(view.training?.exports).toMatchObject([{ origin: "trained-on", at: "", pairs: 3, prompts }]);
    // It is told once more where the file is no longer named: what is known of a run stays with it.
    const later = await run("pairs.db");
    expect(later.view.training).toEqual(view.training);
    expect(later.view.verdict).toBe("inconclusive");
  });

  test("say nothing of a model that was weighed before they were exported", async () => {
    const before = await run("late.db");
    exportSome("late.db", [0, 1], LATE);
    const after = await run("late.db");
    expect(after.view).toMatchObject({ run: before.view.run, verdict: "pass" });
    expect(after.view.training).toBeUndefined();
    // Another model, first weighed afterwards, may have been trained on them.
    const now = () => "2028-01-01T00:00:00.000Z";
    const other = await run("late.db", { models: ["scripted:2*length"] }, { now });
    expect(other.view.training).toMatchObject({ prompts: 2 });
    expect(mine(CLAIM, other.view).verdict).toBe("inconclusive");
  });
});

test("the ledger keeps an export once, however often it is made", () => {
  for (const at of [EARLY, LATE.replace("2027", "2025")]) exportSome("again.db", [3, 4], at);
  exportSome("again.db", [3, 4, 5], EARLY);
  const store = openStore(join(place.path, "again.db"));
  expect(readLedger(store).map(({ at }) => at)).toEqual([EARLY, EARLY]);
  store.db.close();
});
