import Database from "better-sqlite3";
import { keepStatements } from "../keep.js";
import { verifyVersion } from "../migrate.js";
import { verifyOwner } from "../open.js";
import { type CellReader, cellReader, sizeOf, type Value } from "./cells.js";
import { columnNames } from "./column-names.js";
import type { Batch, Cell, FromChild, Question, ToChild } from "./protocol.js";
import { requireQuestion, requireReading } from "./require-reading.js";
import { asFailed, asSqlError } from "./sql-errors.js";

/** Characters, about, after which a batch is handed over. */
const LARGE = 1_000_000;

interface Begun {
  readonly rows: Iterator<Value[]>;
  readonly cells: CellReader;
}

/**
 * Answers one question over a connection that cannot write: opened for reading, with PRAGMA query_only, and for one statement
 * that SQLite itself calls reading. Extensions cannot be loaded: better-sqlite3 does not allow it unless told to.
 */
export function answerer(): (message: ToChild) => FromChild {
  let begun: Begun | undefined;
  let path = "";
  let names: () => readonly string[] = () => [];
  const begin = (question: Question): FromChild => {
    path = question.path;
    requireQuestion(question.sql);
    const db = openReader(path);
    names = () => db.prepare<[], string>("SELECT name FROM sqlite_schema").pluck().all();
    const statement = db.prepare<[object], Value[]>(question.sql);
    requireReading(statement);
    statement.raw().safeIntegers();
    const columns = statement.columns();
    begun = { rows: statement.iterate(whole(question.values)), cells: cellReader(columns.length) };
    return {
      type: "columns",
      columns: columnNames(columns.map(({ name }) => name)),
      declared: columns.map(({ type }) => type),
    };
  };
  return (message) => {
    try {
      if (message.type === "begin") return begin(message);
      if (message.type === "more") return { type: "rows", ...readBatch(begun!, message.most) };
      return { type: "counted", rows: countRest(begun!) };
    } catch (error) {
      return asFailed(asSqlError(error, path, names));
    }
  };
}

/** Whole numbers as SQLite's integers: better-sqlite3 binds every number of JavaScript as a REAL. */
function whole(values: Question["values"]): Record<string, string | number | bigint | null> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    Number.isSafeInteger(value) ? BigInt(value as number) : value,
  ]);
  return Object.fromEntries(entries);
}

function openReader(path: string): Database.Database {
  const db = keepStatements(new Database(path, { readonly: true, fileMustExist: true, timeout: 10_000 }));
  verifyOwner(db, path);
  verifyVersion(db, path);
  db.pragma("query_only = ON");
  return db;
}

function readBatch({ rows, cells }: Begun, most: number): Batch {
  const batch: Cell[][] = [];
  let size = 0;
  let end = false;
  while (batch.length < most && size < LARGE) {
    const { value, done } = rows.next();
    end = done === true;
    if (end) break;
    const row = cells.read(value);
    size += sizeOf(row);
    batch.push(row);
  }
  return { rows: batch, kinds: cells.kinds(), end };
}

function countRest({ rows }: Begun): number {
  let count = 0;
  while (rows.next().done !== true) count++;
  return count;
}
