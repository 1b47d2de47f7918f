import { join } from "node:path";
import stringWidth from "string-width";
import { beforeAll, describe, expect, it } from "vitest";
import { explainDocument } from "../../../src/show/oracle/document.js";
import { findExplained } from "../../../src/show/oracle/find-explained.js";
import { interventionLines } from "../../../src/show/oracle/intervention-lines.js";
import { interventionList } from "../../../src/show/oracle/list-lines.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { workplace } from "../../cli/workplace.js";
import { type OracleRows, SHORTENED, writeOracleRows } from "../../store/oracle-rows.js";
import { addRun } from "../../store/scored-store.js";
import { sheet } from "../shown.js";

const place = workplace();
let store: Store;
let run = "";
let rows: OracleRows;

beforeAll(() => {
  store = openStore(join(place.path, "tare.db"));
  const responses = [
    { role: "chosen" as const, score: 1, changed: 2 },
    { role: "rejected" as const, score: 0 },
  ];
  run = addRun(
    store,
    Array.from({ length: 4 }, () => ({ subset: "", responses })),
    "one",
  );
  rows = writeOracleRows(store, run);
  return () => store.db.close();
});

function told(key: string, operator?: string, width = 100, more = {}, elsewhere: string[] = []): string[] {
  const found = findExplained(store, key, operator);
  if (found.kind === "item") return interventionList(found.interventions, sheet(width, more), elsewhere);
  return found.interventions.flatMap((one) => interventionLines(one, sheet(width, more), elsewhere));
}

const failure = (key: string, operator?: string): unknown => {
  try {
    return findExplained(store, key, operator);
  } catch (error) {
    return error;
  }
};
const notAsked = (message: string) => ({ code: "TARE_NOT_ASKED", message: expect.stringContaining(message) });

describe("a verified pair", () => {
  it("that a rule went on from is told of as far as the oracle made it", () => {
    const { db } = store;
    const name = "oracle:degrade+emoji-added";
    const [pair, made] = ["f".repeat(32), rows.pairs["oracle:degrade"]];
    db.exec("BEGIN");
    db.exec(`INSERT INTO augmentations SELECT '${name}', 1001, expects, attribute, changes, summary, source
               FROM augmentations WHERE name = 'oracle:degrade'`);
    // The texts of a paraphrase stand for what the rule made of the degraded answer.
    db.exec(`INSERT INTO pairs SELECT '${pair}', '${name}', 1001, NULL, 1, base,
               (SELECT variant FROM pairs WHERE key = '${rows.pairs["oracle:paraphrase"]}') FROM pairs WHERE key = '${made}'`);
    db.exec(
      `INSERT INTO run_pairs SELECT run, '${pair}', item, position FROM run_pairs WHERE pair = '${made}'`,
    );
    const [lines, ofItem] = [told(pair), told(rows.items[0]!, name)];
    db.exec("ROLLBACK");
    expect(lines).toEqual(told(made));
    expect(ofItem).toEqual(lines);
  });

  it("is told in order: who was asked with which prompt file, what was sent, answered and read, what it came to", () => {
    const pair = rows.pairs["oracle:degrade"].slice(0, 12);
    const [item, settings] = [rows.items[0]!.slice(0, 12), rows.settings.slice(0, 12)];
    const lines = told(pair, undefined, 110, {}, ["--db", "my.db"]);
    expect(lines.slice(0, 5)).toEqual([
      `oracle:degrade on item ${item}: verified`,
      "changed: three parts left out",
      "attribute accuracy · answer 1 · written by scribe (replay, answers.jsonl), written by hand",
      `verified by judge (scripted, answers.jsonl) · settings ${settings} · run ${run.slice(0, 12)}`,
      "",
    ]);
    const heads = lines.filter((line) => /^\d/.test(line));
    expect(heads).toEqual([
      "1 ATTRIBUTES",
      "2 GRADE",
      "3 DEGRADE",
      "4 VERIFY BASE FIRST",
      "5 VERIFY VARIANT FIRST",
    ]);
    const third = lines.slice(lines.indexOf("3 DEGRADE"), lines.indexOf("4 VERIFY BASE FIRST"));
    expect(third.slice(1)).toEqual([
      expect.stringMatching(
        /^ {2}prompt file degrade.md, version 1, [0-9a-f]{12} · asked of scribe, served as scribe-1/,
      ),
      "  temperature 0, at most 512 tokens · 100 tokens sent, 20 written · 0.25 s",
      "  sent, system:",
      "    Do the step degrade. Answer in JSON.",
      "  sent, user:",
      "    The data, as degrade sees them.",
      "  answered:",
      expect.stringContaining(`    {"rewritten":"${SHORTENED}"`),
      "  read:",
      `    ${SHORTENED}`,
      "    changed: three parts left out",
      "",
    ]);
    expect(lines.slice(lines.findIndex((line) => line.startsWith("VERIFICATION")))).toEqual([
      "VERIFICATION          base first   variant first  comes to",
      "  accuracy (to move)  base better  base better    base better",
      "  clarity             same         same           same",
      "    ↳ both orders said the same on 100 % of attributes",
      "",
      `the pair: tare show ${pair} --db my.db`,
    ]);
  });

  it("shows to which text each letter stood", () => {
    const lines = told(rows.pairs["oracle:degrade"]);
    expect(lines).toContain("    accuracy: A (the base) is better");
    expect(lines).toContain("    accuracy: B (the base) is better");
  });

  it("is found by its item and operator too, and one whose texts stand under another prompt by these texts", () => {
    const key = rows.pairs["oracle:degrade"];
    expect(told(rows.items[0]!, "oracle:degrade")).toEqual(told(key));
    const { db } = store;
    db.exec("BEGIN");
    db.prepare(
      `INSERT INTO augmentations SELECT 'oracle:irrelevant-query', 1, 'same', '', 'pairing', '', '' FROM runs LIMIT 1`,
    ).run();
    db.exec("INSERT INTO prompts VALUES ('elsewhere', '[]', '')");
    db.prepare(
      "INSERT INTO texts SELECT 'x' || key, 'elsewhere', response FROM texts WHERE key IN (SELECT base FROM pairs WHERE key = ? UNION SELECT variant FROM pairs WHERE key = ?)",
    ).run(key, key);
    db.prepare(
      "INSERT INTO pairs SELECT 'under', 'oracle:irrelevant-query', 1, NULL, 1, 'x' || base, 'x' || variant FROM pairs WHERE key = ?",
    ).run(key);
    db.prepare("INSERT INTO run_pairs VALUES (?, 'under', ?, 0)").run(run, rows.items[0]);
    const found = findExplained(store, "under", undefined);
    db.exec("ROLLBACK");
    expect(found.interventions.map(({ operator, item }) => [operator, item])).toEqual([
      ["oracle:degrade", rows.items[0]],
    ]);
  });
});

describe("a refused one", () => {
  it("shows the answer that could not be read as text, and what was sent to mend it", () => {
    const lines = told(rows.items[2]!, "oracle:degrade", 60);
    expect(lines.slice(0, 2).join(" ")).toMatch(
      /^oracle:degrade on item [0-9a-f]{12}: refused, +oracle-unreadable$/,
    );
    expect(lines).toContain("    I cannot write JSON \\x1b[2J, here is prose.");
    expect(lines).toContain("  not read, unreadable: no JSON object");
    const mending = lines.slice(lines.indexOf("4 DEGRADE, to mend the answer before"));
    expect(mending).toContain("  sent: what was sent before, and then");
    expect(mending).toContain("    That cannot be read.");
    expect(mending).not.toContain("    The data, as degrade sees them.");
    expect(lines.join("\n")).not.toContain("VERIFICATION");
  });

  it("shows where the two orders of a verification contradict each other", () => {
    const lines = told(rows.items[1]!, "oracle:degrade");
    expect(lines).toContain("  accuracy (to move)  base better  variant better  undecided");
    expect(lines).toContain("    ↳ both orders said the same on 50 % of attributes");
    expect(lines[1]).toBe("accuracy: the first was preferred, whichever it was");
  });

  it("says that nothing was asked where nothing was", () => {
    expect(told(rows.items[2]!, "oracle:paraphrase")).toContain("  nothing was asked: it was refused before");
  });
});

it("an item lists what was tried on it", () => {
  const item = rows.items[1]!;
  expect(told(item, undefined, 90)).toEqual([
    `item ${item}: what an oracle was asked to do`,
    "",
    "operator           came to           attribute  in words",
    "oracle:degrade     verifier-order    accuracy   accuracy: the first was preferred, whiche…",
    "oracle:paraphrase  oracle-unchanged             it gave back the answer as it was",
    "",
    `what was asked and answered: tare explain ${item.slice(0, 12)} --operator oracle:degrade`,
  ]);
});

it.each([60, 80])("keeps to %i columns, and to ASCII where there is no more", (width) => {
  for (const item of rows.items)
    for (const operator of ["oracle:degrade", undefined]) {
      const lines = told(item, operator, width, { ascii: true });
      expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
      expect(lines.join("\n")).not.toMatch(/[·↳]/u);
    }
});

it("is shortened unless it is to be whole", () => {
  const { db } = store;
  const long = Array.from({ length: 30 }, (_, line) => `line ${line}`).join("\n");
  db.exec("BEGIN");
  db.prepare("UPDATE oracle_calls SET messages = ?").run(JSON.stringify([{ role: "user", content: long }]));
  const [short, full] = [{}, { full: true }].map((more) =>
    told(rows.items[1]!, "oracle:paraphrase", 80, more),
  );
  db.exec("ROLLBACK");
  expect(short!.join("\n")).toContain("… 52 more words in 26 lines: --full");
  expect(full).toContain("    line 29");
});

it("names every pair and refusal that there is, and says why there is nothing to tell of others", () => {
  const changed = store.db
    .prepare<[], string>("SELECT key FROM pairs WHERE augmentation = 'changed'")
    .pluck()
    .get()!;
  expect(failure(changed)).toMatchObject(notAsked("was made by changed, and no oracle was asked"));
  expect(failure(run.slice(0, 12))).toMatchObject(notAsked("is a run"));
  expect(failure(rows.items[0]!, "oracle:upgrade")).toMatchObject({
    ...notAsked("oracle:upgrade was not tried"),
    fix: "Tried on it: oracle:degrade, oracle:paraphrase.",
  });
  expect(failure(rows.pairs["oracle:degrade"], "oracle:paraphrase")).toMatchObject(
    notAsked("made by oracle:degrade"),
  );
  expect(failure("ffffffff")).toMatchObject({ code: "TARE_UNKNOWN_KEY" });
});

it("as JSON it is what its schema says", () => {
  for (const operator of [undefined, "oracle:degrade"]) {
    const document = {
      schema: "tare-explain",
      version: 1,
      ...findExplained(store, rows.items[2]!, operator),
    };
    expect(explainDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  }
});
