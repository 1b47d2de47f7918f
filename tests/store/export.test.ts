import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { exportTables } from "../../src/commands/db/export-tables.js";
import { newDatabase } from "../../src/commands/db/new-database.js";
import type { RunView } from "../../src/contract.js";
import { viewStoredRuns } from "../../src/stages/rejudge.js";
import { checkStore } from "../../src/store/check/check-store.js";
import { exportRuns } from "../../src/store/export/export-runs.js";
import { isKnown } from "../../src/store/export/keep-runs.js";
import { readParts } from "../../src/store/export/read-tables.js";
import { mergeStore } from "../../src/store/merge/merge-stores.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { openUntouched, type UntouchedStore } from "../../src/store/open-untouched.js";
import { listRuns } from "../../src/store/runs.js";
import { listTables } from "../../src/store/transfer/tables.js";
import { isSearchable, listSearchIndexes } from "../../src/store/vacuum/search-index.js";
import { vacuumStore } from "../../src/store/vacuum/vacuum.js";
import { workplace } from "../cli/workplace.js";
import { DIGITS, everyRow, fillTables, LONG, weighInto, withDatabase } from "./filled-store.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const runs = () => withDatabase(place, "all.db", listRuns);
const exportTo = (name: string, ids: readonly string[]) =>
  usingStore(openStore(at("all.db")), (store) =>
    exportRuns(
      store,
      listRuns(store).filter(({ id }) => ids.includes(id)),
      at(name),
      async () => {},
    ),
  );
const reportOf = (database: string, run: string): RunView =>
  withDatabase(
    place,
    database,
    (store) => viewStoredRuns(store, run, { today: "2026-03-01", waivers: [] } as never)[0]!,
  );

beforeAll(async () => {
  await weighInto(place, "all.db", [0, 6], [LONG]);
  await weighInto(place, "all.db", [3, 9], [LONG, DIGITS]);
  await fillTables(place, "all.db");
});

describe("runs as a database of their own", () => {
  test("someone has said of every table which rows go with a run", () => {
    const unknown = withDatabase(place, "all.db", listTables).filter((table) => !isKnown(table));
    expect(unknown).toEqual([]);
  });

  test("it is whole, opens like any other, and each run reports what it reported", async () => {
    for (const { id } of runs()) {
      const file = `${id}.db`;
      await exportTo(file, [id]);
      const checked = await usingStore(openUntouched(at(file)), (store) =>
        checkStore(store as UntouchedStore, async () => {}),
      );
      expect(checked.results.filter(({ findings }) => findings !== 0)).toEqual([]);
      const { database: _, validity: __, ...own } = reportOf(file, id);
      const { database: ___, validity: ____, ...whole } = reportOf("all.db", id);
      expect(own).toEqual(whole); // looks too, which the other runs decided
    }
    const [, , third] = runs().map(({ id }) => reportOf(`${id}.db`, id));
    expect(third!.lookOfAll).toBe(3);
  });

  test("nothing else is in the file: no text, prompt, score, item or path that only other runs have", async () => {
    const [first] = runs();
    const bytes = readFileSync(at(`${first!.id}.db`)).toString("latin1");
    const other = (sql: string) =>
      withDatabase(place, "all.db", ({ db }) =>
        db.prepare<{ run: string }, string>(sql).pluck().all({ run: first!.id }),
      );
    const own = "SELECT text FROM run_texts WHERE run = @run";
    const foreign = [
      ...other(
        `SELECT response FROM texts WHERE key NOT IN (${own}) AND response NOT IN (SELECT response FROM texts WHERE key IN (${own}))`,
      ),
      ...other(`SELECT text FROM prompts WHERE key NOT IN (SELECT prompt FROM texts WHERE key IN (${own}))`),
      ...other(`SELECT key FROM texts WHERE key NOT IN (${own})`),
      ...other("SELECT id FROM items WHERE id NOT IN (SELECT item FROM run_items WHERE run = @run)"),
      ...other(
        "SELECT file FROM run_files WHERE run <> @run AND file NOT IN (SELECT file FROM run_files WHERE run = @run)",
      ),
      ...other("SELECT key FROM scorers WHERE key <> (SELECT scorer FROM runs WHERE id = @run)"),
      ...other("SELECT id FROM runs WHERE id <> @run"),
    ];
    expect(foreign.length).toBeGreaterThan(40);
    expect(foreign.filter((text) => bytes.includes(Buffer.from(text).toString("latin1")))).toEqual([]);
    // The same search finds what is the run's.
    for (const text of other(
      `SELECT response FROM texts WHERE length(response) < 300 AND key IN (${own}) LIMIT 9`,
    ))
      expect(bytes).toContain(Buffer.from(text).toString("latin1"));
  });

  test("its texts can be searched, also after a vacuum, and no other's", () => {
    const [first] = runs();
    const file = `${first!.id}.db`;
    const words = () =>
      withDatabase(place, file, (store) => ({
        whole: listSearchIndexes(store).map((index) => isSearchable(store, index)),
        found: store.db
          .prepare("SELECT count(*) FROM response_words WHERE response_words MATCH 'bridge'")
          .pluck()
          .get(),
        there: store.db.prepare("SELECT count(*) FROM texts WHERE response LIKE '%bridge%'").pluck().get(),
      }));
    const before = words();
    expect(before).toEqual({ whole: [true, true], found: before.there, there: expect.any(Number) });
    expect(before.there).toBeGreaterThan(0);
    expect(vacuumStore(at(file), process.env).reindexed).toEqual([]);
    expect(words()).toEqual(before);
  });

  test("merged again, the parts are the whole, and no look is counted twice", async () => {
    const parts = runs().map(({ id }) => at(`${id}.db`));
    await usingStore(openStore(at("again.db")), async (store) => {
      for (const part of parts) await mergeStore(store, part, { turn: async () => {}, now: () => "" });
    });
    const kept = (name: string) => {
      const { events: _, judgements: __, ...rows } = withDatabase(place, name, everyRow);
      return rows;
    };
    expect(kept("again.db")).toEqual(kept("all.db"));
    for (const { id } of runs())
      expect(reportOf("again.db", id).lookOfAll).toBe(reportOf("all.db", id).lookOfAll);
  });

  test("takes the place of nothing unless that is asked, and leaves nothing behind that was not kept", () => {
    place.file("mine.txt", "mine");
    expect(() => newDatabase(at("mine.txt"), false)).toThrow(
      expect.objectContaining({ code: "TARE_OUTPUT", exit: 2 }),
    );
    newDatabase(at("mine.txt"), true).drop();
    expect(readFileSync(at("mine.txt"), "utf8")).toBe("mine");
    writeFileSync(at("mine.txt-wal"), "x");
    expect(() => newDatabase(at("mine.txt"), true)).toThrow(/lies beside it/);
    expect(() => newDatabase(at("none/x.db"), false)).toThrow(
      expect.objectContaining({ code: "TARE_OUTPUT" }),
    );
    expect(readdirSync(place.path).filter((name) => name.includes(".part"))).toEqual([]);
  });
});

describe("tables and views as files", () => {
  const write = (folder: string, format: "csv" | "jsonl" | "parquet", force = false) =>
    usingStore(openStore(at("all.db")), (store) =>
      exportTables(store, at(folder), format, force, async () => {}),
    );

  test("JSON Lines hold every cell of every table", async () => {
    const written = await write("lines", "jsonl");
    const rows = withDatabase(place, "all.db", everyRow);
    for (const [table, expected] of Object.entries(rows)) {
      const lines = readFileSync(at(`lines/${table}.jsonl`), "utf8")
        .split("\n")
        .slice(0, -1);
      const found = lines.map((line) => JSON.stringify(Object.values(JSON.parse(line)))).sort();
      const generated = table === "judgements"; // has a column that is computed
      if (!generated) expect(found).toEqual(expected.map((row) => JSON.stringify(row)).sort());
      expect(lines).toHaveLength(expected.length);
    }
    expect(written.find(({ file }) => file.endsWith("pair_scores.jsonl"))!.rows).toBeGreaterThan(20);
    expect(readdirSync(at("lines"))).toHaveLength(written.length);
  });

  test("Parquet has typed columns: whole numbers, fractions, texts, NULL", async () => {
    await write("typed", "parquet");
    const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import("hyparquet");
    const read = async (table: string) => {
      const file = await asyncBufferFromFile(at(`typed/${table}.parquet`));
      const { schema } = await parquetMetadataAsync(file);
      const types = Object.fromEntries(
        schema.slice(1).map(({ name, type, converted_type }) => [name, converted_type ?? type]),
      );
      return { types, rows: await parquetReadObjects({ file }) };
    };
    const pairs = await read("pairs");
    expect(pairs.types).toMatchObject({ key: "UTF8", dose: "DOUBLE", seed: "INT64" });
    const stored = withDatabase(place, "all.db", ({ db }) =>
      db.prepare("SELECT * FROM pairs ORDER BY rowid").all(),
    );
    expect(
      pairs.rows.map((row) => ({ ...row, version: Number(row.version), seed: Number(row.seed) })),
    ).toEqual(stored);
    expect(pairs.rows.some(({ dose }) => dose === null) && pairs.rows.some(({ dose }) => dose === 1.5)).toBe(
      true,
    );
    const scores = await read("pair_scores");
    expect(scores.types).toMatchObject({
      z: "DOUBLE",
      truncated: "INT64",
      augmentation: "UTF8",
      base_score: "DOUBLE",
    });
    expect((await read("meta").catch(() => undefined)) ?? "none").toBe("none");
  });

  test("CSV tells an empty text from none", async () => {
    await write("sheets", "csv");
    const [head, ...lines] = readFileSync(at("sheets/pairs.csv"), "utf8").split("\n");
    expect(head).toBe("key,augmentation,version,dose,seed,base,variant");
    expect(lines.some((line) => /^\w+,truncated-ending,\d+,,1,/.test(line))).toBe(true);
    expect(readFileSync(at("sheets/items.csv"), "utf8")).toMatch(/^\w{32},\w{32},""$/m);
  });

  test("come all together, over nothing unless that is asked", async () => {
    await expect(write("sheets", "csv")).rejects.toMatchObject({ code: "TARE_OUTPUT", exit: 2 });
    await write("sheets", "csv", true);
    const stopped = usingStore(openStore(at("all.db")), (store) =>
      exportTables(store, at("never"), "csv", false, async (done) => {
        if (done > 5) throw new Error("stop");
      }),
    );
    await expect(stopped).rejects.toThrow("stop");
    expect(readdirSync(at("never"))).toEqual([]);
    await expect(write("all.db", "csv")).rejects.toThrow(/a file, not a folder/);
  });

  test("are read in parts of bounded size", () => {
    withDatabase(place, "parts.db", (store) => {
      store.db.exec(`CREATE TABLE long (x TEXT) STRICT;
        INSERT INTO long SELECT hex(zeroblob(3000000)) FROM (VALUES (1), (2), (3), (4), (5), (6), (7))`);
      const parts = [...readParts(store, { name: "long", columns: [{ name: "x", type: "TEXT" }] })];
      expect(parts.map(({ length }) => length)).toEqual([3, 3, 1]);
    });
  });
});
