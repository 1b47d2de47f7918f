import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.js";
import { ask } from "../cli/database.js";
import { workplace } from "../cli/workplace.js";
import { importScript } from "../docs/documents.js";

const { columnRemarks, purposes, dictionary } = await importScript<{
  columnRemarks(): Map<string, { comment: string; values: string }>;
  purposes(folder: string): Map<string, string>;
  dictionary(): Record<string, Record<string, string>>;
}>("sql-comments.mjs");

const place = workplace();
const file = join(place.path, "new.db");
beforeAll(() => openStore(file).db.close());

const tables = () =>
  ask<{ name: string; strict: number }>(
    file,
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
  );
const columns = () =>
  tables().flatMap(({ name: table }) =>
    ask<{ name: string; type: string; notnull: number; pk: number }>(
      file,
      `SELECT name, type, "notnull", pk FROM pragma_table_xinfo('${table}')`,
    ).map((column) => ({ table, ...column })),
  );
const references = () =>
  tables().flatMap(({ name: table }) =>
    ask<{ from: string; table: string }>(
      file,
      `SELECT "from", "table" FROM pragma_foreign_key_list('${table}')`,
    ).map(({ from, table: to }) => ({ column: `${table}.${from}`, to })),
  );

describe("the schema, for people", () => {
  test("every table is STRICT, and every column has a type that it keeps to", () => {
    expect(tables().length).toBeGreaterThan(35);
    expect(tables().filter(({ strict }) => strict !== 1)).toEqual([]);
    expect(columns().filter(({ type }) => !["TEXT", "INTEGER", "REAL"].includes(type))).toEqual([]);
  });

  test("every table says what it is for, every column what it means or what it refers to", () => {
    const remarks = columnRemarks();
    const why = purposes("migrations");
    expect(
      tables()
        .filter(({ name }) => !why.get(name))
        .map(({ name }) => name),
    ).toEqual([]);
    const referring = new Set(references().map(({ column }) => column));
    const silent = columns()
      .map(({ table, name }) => `${table}.${name}`)
      .filter((column) => !referring.has(column))
      .filter((column) => !remarks.get(column)?.comment && !remarks.get(column)?.values);
    expect(silent).toEqual([]);
  });

  test("the dictionary speaks of tables and columns that are there, and only of what migrations leave unsaid", () => {
    const known = new Set(columns().flatMap(({ table, name }) => [`${table}.${name}`, `${table}.`]));
    const said = Object.entries(dictionary()).flatMap(([table, entries]) =>
      Object.keys(entries).map((column) => `${table}.${column}`),
    );
    expect(said.filter((name) => !known.has(name))).toEqual([]);
    const remarks = columnRemarks();
    const twice = Object.entries(dictionary()).flatMap(([table, entries]) =>
      Object.entries(entries)
        .filter(([column, text]) => column !== "" && remarks.get(`${table}.${column}`)?.comment !== text)
        .map(([column]) => `${table}.${column}`),
    );
    expect(twice).toEqual([]);
  });

  /** Names of columns that hold the key of a row elsewhere. */
  const REFERRING = /^(?:run|item|pair|prompt|scorer|rubric|baseline|export|base|variant)$|^text$/;
  /** Those that do not refer to a row of this database, each with the reason. */
  const NOT_HERE = {
    "prompts.text": "the text itself",
    "baselines.run": "the run may lie in another database",
    "baselines.scorer": "likewise",
    "run_exported_items.prompt": "whether the prompt was exported",
    "pair_rewards.pair": "made anew from run_pairs, which refers",
    "pair_rewards.item": "likewise",
  };

  test("every column that holds a key refers to its table", () => {
    const referring = new Set(references().map(({ column }) => column));
    const keys = columns().filter(({ name }) => REFERRING.test(name));
    expect(keys.length).toBeGreaterThan(45);
    const loose = keys
      .map(({ table, name }) => `${table}.${name}`)
      .filter((column) => !referring.has(column));
    expect(loose.sort()).toEqual(Object.keys(NOT_HERE).sort());
  });

  test("every table has a key, and what it refers to is one", () => {
    const keyed = new Set(
      columns()
        .filter(({ pk }) => pk > 0)
        .map(({ table }) => table),
    );
    expect(tables().filter(({ name }) => !keyed.has(name))).toEqual([]);
    expect(references().filter(({ to }) => !keyed.has(to))).toEqual([]);
  });

  test("a column whose values are a list of words allows no other", () => {
    const words = [...columnRemarks()].filter(([, { values }]) => values !== "");
    expect(words.length).toBeGreaterThan(25);
    const sql = ask<{ name: string; sql: string }>(
      file,
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table'",
    );
    for (const [column, { values }] of words) {
      const [table, name] = column.split(".");
      const own = sql.find((one) => one.name === table)!.sql;
      expect(own, column).toMatch(
        new RegExp(`\\b${name}\\b[^,]*CHECK \\(${name} IN \\('?${values.split(",")[0]}`),
      );
    }
  });
});
