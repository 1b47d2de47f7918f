import { beforeAll, describe, expect, it } from "vitest";
import { showDocument } from "../../../src/show/document.js";
import { itemLines } from "../../../src/show/item.js";
import { pairLines } from "../../../src/show/pair.js";
import { readItem } from "../../../src/store/browse/read-item.js";
import { readPair } from "../../../src/store/browse/read-pair.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { elementsOf } from "../../reports/page.js";
import { type OracleRows, writeOracleRows } from "../../store/oracle-rows.js";
import { addRun } from "../../store/scored-store.js";
import { type LookedAt, lookAt } from "../../viewer/looked-at.js";
import { sheet } from "../shown.js";

let viewer: LookedAt;
let store: Store;
let rows: OracleRows;
let key = "";

beforeAll(async () => {
  const responses = [
    { role: "chosen" as const, score: 1, changed: 2 },
    { role: "rejected" as const, score: 0 },
  ];
  viewer = await lookAt((filled) => {
    const run = addRun(
      filled,
      Array.from({ length: 3 }, () => ({ subset: "", responses })),
      "one",
    );
    rows = writeOracleRows(filled, run);
  });
  key = rows.pairs["oracle:degrade"];
  store = openStore(viewer.path);
  return () => store.db.close();
});

const ruled = () =>
  store.db.prepare<[], string>("SELECT key FROM pairs WHERE augmentation = 'changed'").pluck().get()!;

describe("tare show", () => {
  it("says of an oracle's pair what was changed, who wrote and who verified it, and where all of it is", () => {
    const lines = pairLines(readPair(store, key)!, sheet(120), ["--db", "my.db"]);
    const from = lines.indexOf("ORACLE");
    expect(lines.slice(from, from + 5)).toEqual([
      "ORACLE",
      "  oracle:degrade along accuracy: three parts left out",
      "  written by scribe (replay, answers.jsonl), written by hand · verified by judge (scripted, answers.jsonl)",
      "  both orders said the same on 100 % of attributes",
      `  what was asked and answered: tare explain ${key.slice(0, 12)} --db my.db`,
    ]);
    expect(pairLines(readPair(store, ruled())!, sheet(120), [])).not.toContain("ORACLE");
  });

  it("leads from an item to what was asked for it", () => {
    const [asked] = rows.items;
    const lines = itemLines(readItem(store, asked!)!, sheet(120), []);
    expect(lines.at(-1)).toBe(`what an oracle was asked: tare explain ${asked!.slice(0, 12)}`);
  });

  it("as JSON it is what its schema says, of rule pairs without", () => {
    for (const [pair, has] of [
      [key, true],
      [ruled(), false],
    ] as const) {
      const document = { schema: "tare-show", version: 1, kind: "pair", pair: readPair(store, pair) };
      const whole = JSON.parse(JSON.stringify(document));
      expect(showDocument.parse(whole)).toEqual(whole);
      expect("oracle" in whole.pair).toBe(has);
    }
  });
});

describe("the viewer's page of a pair", () => {
  it("says the same, with the command", async () => {
    const { status, html } = await viewer.page(`/pair/${key}`);
    expect(status).toBe(200);
    const text = elementsOf(html)
      .filter(({ tag }) => ["dt", "dd", "pre", "h2"].includes(tag))
      .map((one) => one.text.trim());
    for (const said of ["Oracle", "accuracy", "three parts left out", "on 100 % of attributes"])
      expect(text).toContain(said);
    expect(text).toContain(`tare explain ${key.slice(0, 12)} --db ${viewer.path}`);
    const other = await viewer.page(`/pair/${ruled()}`);
    expect(other.html).not.toContain("tare explain");
  });

  it("and that of an item leads to it", async () => {
    const { html } = await viewer.page(`/item/${rows.items[0]}`);
    expect(html).toContain(`tare explain ${rows.items[0]!.slice(0, 12)} --db`);
  });
});
