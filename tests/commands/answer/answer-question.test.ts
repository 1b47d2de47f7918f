import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { beforeAll, describe, expect, test } from "vitest";
import { answerQuestion, type Wanted } from "../../../src/commands/answer/answer-question.js";
import type { AnswerFormatName } from "../../../src/commands/answer/formats.js";
import { openStore } from "../../../src/store/open.js";
import { workplace } from "../../cli/workplace.js";

const place = workplace();
const path = join(place.path, "tare.db");
const MANY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 25000) SELECT";
/** Of each kind a value, with text that CSV and JSON must quote; `score` is all NULL, and declared REAL. */
const KINDS = `SELECT 1 AS whole, 0.5 AS share, 'say "no",' || char(10) || 'twice' AS said, NULL AS empty, 9e999 AS most,
  (SELECT noise_floor FROM runs) AS scalar, 9007199254740993 AS large, 2 AS mixed
  UNION ALL SELECT NULL, 2, '', NULL, -1, NULL, -9007199254740993, 'two'`;

async function written(sql: string, format: AnswerFormatName, wanted: Partial<Wanted> = {}) {
  const output = join(place.path, `answer.${format}`);
  const limits = { limit: Number.POSITIVE_INFINITY, timeoutMs: 30_000, ...wanted };
  const told = await answerQuestion({ path, sql, values: {} }, { format, output, ...limits });
  return { ...told, output, text: readFileSync(output, "utf8") };
}

async function readParquet(output: string) {
  const file = await asyncBufferFromFile(output);
  const { schema, row_groups, key_value_metadata } = await parquetMetadataAsync(file);
  const types = Object.fromEntries(
    schema.slice(1).map(({ name, type, converted_type }) => [name, converted_type ?? type]),
  );
  return {
    types,
    groups: row_groups.length,
    key_value_metadata,
    rows: await parquetReadObjects({ file, compressors }),
  };
}

beforeAll(() => {
  const store = openStore(path);
  return () => store.db.close();
});

describe("an answer", () => {
  test("as JSON keeps every type; what JSON cannot say is a text", async () => {
    const { text, rows, left } = await written(KINDS, "json");
    expect(JSON.parse(text)).toEqual([
      {
        ...{ whole: 1, share: 0.5, said: 'say "no",\ntwice', empty: null, most: "Infinity", scalar: null },
        ...{ large: "9007199254740993", mixed: 2 },
      },
      {
        ...{ whole: null, share: 2, said: "", empty: null, most: -1, scalar: null },
        ...{ large: "-9007199254740993", mixed: "two" },
      },
    ]);
    expect({ rows, left }).toEqual({ rows: 2, left: 0 });
    expect((await written("SELECT 1 AS a WHERE 0", "json")).text).toBe("[]\n");
    // What only some take for the end of a line is a character of the text.
    const breaks = "SELECT 'a' || char(8232) || 'b' || char(8233, 13) || 'c' AS said";
    expect(JSON.parse((await written(breaks, "json")).text)).toEqual([{ said: "a\u2028b\u2029\rc" }]);
  });

  test("as CSV has a head, and cuts and rounds nothing", async () => {
    const { text } = await written(KINDS, "csv");
    expect(text).toBe(
      'whole,share,said,empty,most,scalar,large,mixed\n1,0.5,"say ""no"",\ntwice",,Infinity,,9007199254740993,2\n' +
        ",2,,,-1,,-9007199254740993,two\n",
    );
    expect((await written("SELECT 1 AS a WHERE 0", "csv")).text).toBe("a\n");
    expect((await written("VALUES (1), (NULL), ('')", "csv")).text).toBe('column1\n1\n""\n""\n');
  });

  test("as Parquet has a type for each column, and reads back whole", async () => {
    const { output } = await written(KINDS, "parquet");
    const { types, rows, key_value_metadata } = await readParquet(output);
    expect(types).toEqual({
      ...{ whole: "INT64", share: "DOUBLE", said: "UTF8", empty: "UTF8", most: "DOUBLE", scalar: "DOUBLE" },
      ...{ large: "INT64", mixed: "UTF8" },
    });
    expect(rows).toEqual([
      {
        ...{ whole: 1n, share: 0.5, said: 'say "no",\ntwice', empty: null, most: Number.POSITIVE_INFINITY },
        ...{ scalar: null, large: 9007199254740993n, mixed: "2" },
      },
      {
        ...{ whole: null, share: 2, said: "", empty: null, most: -1 },
        ...{ scalar: null, large: -9007199254740993n, mixed: "two" },
      },
    ]);
    expect(key_value_metadata).toEqual([{ key: "sql", value: KINDS }]);
  });

  test("as Parquet without a row, or with NULL alone, has the types of the table", async () => {
    const sql = "SELECT noise_floor, seed, id, seed + 1 AS more FROM runs";
    const { types, rows } = await readParquet((await written(sql, "parquet")).output);
    expect({ types, rows }).toEqual({
      types: { noise_floor: "DOUBLE", seed: "INT64", id: "UTF8", more: "UTF8" },
      rows: [],
    });
  });

  test("of many rows comes in batches and row groups, none lost and in order", async () => {
    const sql = `${MANY} i, i / 2.0 AS half, 'row ' || i AS name FROM n`;
    const { output, rows } = await written(sql, "parquet");
    const read = await readParquet(output);
    expect({ rows, read: read.rows.length }).toEqual({ rows: 25_000, read: 25_000 });
    expect(read.groups).toBeGreaterThan(1);
    expect(
      read.rows.every(
        ({ i, half, name }, index) =>
          i === BigInt(index + 1) && half === (index + 1) / 2 && name === `row ${index + 1}`,
      ),
    ).toBe(true);
    const csv = (await written(sql, "csv")).text.trimEnd().split("\n");
    expect([csv.length, csv[1], csv[25_000]]).toEqual([25_001, "1,0.5,row 1", "25000,12500,row 25000"]);
    expect(JSON.parse((await written(sql, "json")).text)).toHaveLength(25_000);
  });

  test("counts the rows beyond its limit, and says where they are too many to count", async () => {
    const limited = await written(`${MANY} i FROM n`, "table", { limit: 3 });
    expect(limited).toMatchObject({ rows: 3, left: 24_997 });
    expect(limited.text).toContain("│ 3 │");
    expect(limited.text).not.toContain("│ 4 │");
    expect(await written("VALUES (1), (2)", "csv", { limit: 2 })).toMatchObject({ rows: 2, left: 0 });
  });

  test("is no table where it has too many rows for one", async () => {
    await expect(written(`${MANY} i FROM n`, "table")).rejects.toMatchObject({
      code: "TARE_OUTPUT",
      message: "there are more than 10000 rows: too many for a table",
    });
    expect((await written(`${MANY} i FROM n`, "table", { limit: 500 })).rows).toBe(500);
  });

  test("says of a blob that no text can hold how long it is", async () => {
    await expect(written("SELECT zeroblob(300000000)", "csv")).rejects.toMatchObject({
      code: "TARE_QUERY_SQL",
      message: "a blob of 300000000 bytes is too large to be shown",
    });
  });

  test("that breaks off leaves no file, and an older one as it was", async () => {
    const output = join(place.path, "kept.csv");
    const wanted = { format: "csv", output, limit: Number.POSITIVE_INFINITY, timeoutMs: 30_000 } as const;
    const failing = "SELECT abs(-9223372036854775807 - i) FROM (SELECT 0 AS i UNION ALL SELECT 1)";
    await answerQuestion({ path, sql: "SELECT 1 AS a", values: {} }, wanted);
    await expect(answerQuestion({ path, sql: failing, values: {} }, wanted)).rejects.toMatchObject({
      code: "TARE_QUERY_SQL",
      message: "integer overflow",
    });
    expect(readFileSync(output, "utf8")).toBe("a\n1\n");
    await expect(
      answerQuestion({ path, sql: failing, values: {} }, { ...wanted, output: join(place.path, "new.csv") }),
    ).rejects.toThrow("integer overflow");
    expect(existsSync(join(place.path, "new.csv"))).toBe(false);
    expect(readdirSync(place.path).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("in Parquet holds no number less than whole", async () => {
    await expect(written("VALUES (0.5), (9007199254740993)", "parquet")).rejects.toMatchObject({
      code: "TARE_OUTPUT",
      message: "a column holds both fractions and 9007199254740993: no type of Parquet takes both whole",
    });
  });
});
