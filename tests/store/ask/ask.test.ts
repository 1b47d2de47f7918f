import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "../../../src/store/ask/ask.js";
import { startAsking } from "../../../src/store/ask/start-asking.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { workplace } from "../../cli/workplace.js";
import { addRun } from "../scored-store.js";

const place = workplace();
const file = join(place.path, "tare.db");
const LIMITS = { timeoutMs: 20_000, maxRows: 100 };
const ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT";
let store: Store;

const failure = (sql: string, limits = LIMITS, path = file) => ask(path, sql, limits).catch((error) => error);

beforeAll(() => {
  store = openStore(file);
  addRun(
    store,
    [
      { subset: "a", responses: [{ role: "chosen", score: 2, changed: 1 }] },
      { subset: "b", responses: [{ role: "rejected", score: 1, changed: 3 }] },
    ],
    "model",
  );
  store.db.pragma("wal_checkpoint(TRUNCATE)");
  return () => store.db.close();
});

describe("ask", () => {
  test("answers with columns and rows, of tables and views alike", async () => {
    expect(await ask(file, "SELECT subset, difference FROM pair_scores ORDER BY subset", LIMITS)).toEqual({
      columns: ["subset", "difference"],
      rows: [
        ["a", -1],
        ["b", 2],
      ],
      truncated: false,
    });
  });

  test("a value of each kind, and no number less than whole", async () => {
    const { rows } = await ask(
      file,
      "VALUES (1, 0.5, 'ä' || char(0) || '🙂', NULL, x'00ff', 9007199254740993, -9007199254740991, 9e999)",
      LIMITS,
    );
    expect(rows).toEqual([
      [1, 0.5, "ä\u0000🙂", null, "x'00ff'", "9007199254740993", -9007199254740991, Number.POSITIVE_INFINITY],
    ]);
  });

  test("columns of one name are told apart", async () => {
    const { columns } = await ask(file, "SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a, 5 AS b", LIMITS);
    expect(columns).toEqual(["a", "a_3", "a_2", "a_4", "b"]);
  });

  test("values of parameters are bound, not pasted", async () => {
    const asked = ask(file, "SELECT :name AS name, :n + 1 AS n", LIMITS, {
      name: "'; DROP TABLE runs",
      n: 2,
    });
    expect((await asked).rows).toEqual([["'; DROP TABLE runs", 3]]);
    expect(await failure("SELECT :name")).toMatchObject({ code: "TARE_QUERY_PARAMETER" });
  });

  test.each([
    [3, 3, true],
    [4, 4, false],
    [5, 4, false],
    [0, 0, true],
  ])("at most %i rows: %i, and whether there are more: %s", async (maxRows, rows, truncated) => {
    const answer = await ask(file, "VALUES (1), (2), (3), (4)", { ...LIMITS, maxRows });
    expect({ rows: answer.rows.length, truncated: answer.truncated }).toEqual({ rows, truncated });
  });

  test("long rows are left out before memory is full, and that is said", async () => {
    const wide = `${ENDLESS} hex(zeroblob(50000)) AS x FROM n`;
    const answer = await ask(file, wide, { ...LIMITS, maxRows: 1e9, maxCharacters: 1_000_000 });
    expect({ rows: answer.rows.length, truncated: answer.truncated }).toEqual({ rows: 10, truncated: true });
  });
});

describe("a file that cannot be asked", () => {
  test("a file that is no database of tare's", async () => {
    const foreign = join(place.path, "foreign.db");
    new Database(foreign).exec("CREATE TABLE notes (text)").close();
    writeFileSync(join(place.path, "letter.txt"), "Dear Sir or Madam,\n".repeat(100));
    const newer = join(place.path, "newer.db");
    const made = openStore(newer);
    made.db.pragma("user_version = 9999");
    made.db.close();
    const before = readFileSync(file);
    expect(await failure("DELETE FROM runs")).toMatchObject({ code: "TARE_QUERY_NOT_READING" });
    expect(readFileSync(file).equals(before)).toBe(true);
    const code = async (path: string) => (await failure("SELECT 1", LIMITS, path)).code;
    expect(await code(foreign)).toBe("TARE_DB_FOREIGN");
    expect(await code(join(place.path, "letter.txt"))).toBe("TARE_DB_FOREIGN");
    expect(await code(newer)).toBe("TARE_DB_NEWER");
    expect(await code(join(place.path, "absent.db"))).toMatch(/^TARE_DB_/);
  });
});

describe("an endless query", () => {
  test.each([
    ["that gives no row", `${ENDLESS} count(*) FROM n`],
    ["that gives rows for ever", `${ENDLESS} i FROM n`],
  ])("%s ends at its time limit", async (_, sql) => {
    const begun = performance.now();
    expect(await failure(sql, { timeoutMs: 600, maxRows: 1e12 })).toMatchObject({
      code: "TARE_QUERY_TIMEOUT",
      message: "the query did not end within 0.6 s",
    });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test("is stopped where no more of its rows are wanted", async () => {
    const asking = await startAsking({ path: file, sql: `${ENDLESS} i FROM n`, values: {} }, 0);
    const { rows, end, kinds } = await asking.next(3);
    expect({ rows, end, kinds }).toEqual({
      rows: [[1], [2], [3]],
      end: false,
      kinds: [{ integer: true, real: false, text: false }],
    });
    await asking.close();
    await expect(asking.next(1)).rejects.toMatchObject({ code: "TARE_QUERY_DIED" });
  });

  test("the rows that are left are counted", async () => {
    const asking = await startAsking({ path: file, sql: "VALUES (1), (2), (3)", values: {} }, 0);
    await asking.next(1);
    expect(await asking.countRest(10_000)).toBe(2);
    await asking.close();
  });
});

test("writers go on while a question is asked, and what it sees stays the same", async () => {
  const asking = await startAsking(
    { path: file, sql: "SELECT name FROM meta, (VALUES (1), (2))", values: {} },
    0,
  );
  const first = await asking.next(1);
  store.db.prepare("INSERT INTO meta VALUES ('made meanwhile', '')").run();
  const rest = await asking.next(100);
  await asking.close();
  expect([...first.rows, ...rest.rows].flat()).not.toContain("made meanwhile");
  expect((await ask(file, "SELECT name FROM meta", LIMITS)).rows.flat()).toContain("made meanwhile");
});
