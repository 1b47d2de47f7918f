import type Database from "better-sqlite3";
import { TareError } from "../../errors.js";

/** White space and comments, which may stand before every word. */
const BEFORE = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))*/;
const READING = /^(?:select|with|values|explain)\b/i;

/**
 * Refuses by its first word what is not a question, before SQLite sees it: a PRAGMA may act while it is prepared.
 * Throws TARE_QUERY_NOT_READING, TARE_QUERY_SQL.
 */
export function requireQuestion(sql: string): void {
  const words = sql.replace(BEFORE, "");
  const explained = ["explain", "query", "plan"].reduce(without, words);
  const refused = [words, explained].find((text) => !READING.test(text));
  if (sql.includes("\0"))
    throw new TareError("TARE_QUERY_SQL", "a NUL character stands in the SQL: what follows is lost");
  if (refused === undefined) return;
  const first = /^\w*/.exec(refused)?.[0].toUpperCase();
  if (words === "") throw new TareError("TARE_QUERY_SQL", "there is no SQL to run");
  throw new TareError(
    "TARE_QUERY_NOT_READING",
    `a query begins with SELECT, WITH, VALUES or EXPLAIN, not with ${first || `"${refused.slice(0, 1)}"`}`,
    first === "PRAGMA"
      ? { fix: "Ask the table of the pragma, as in: SELECT * FROM pragma_table_info('runs')" }
      : {},
  );
}

/** The rest of SQL that begins with a word, and else all of it. */
function without(sql: string, word: string): string {
  return sql.replace(new RegExp(`^${word}\\b`, "i"), "").replace(BEFORE, "");
}

/** Refuses what SQLite itself says may write, such as WITH … DELETE … RETURNING. Throws TARE_QUERY_NOT_READING. */
export function requireReading(statement: Database.Statement): void {
  if (statement.readonly && statement.reader) return;
  throw new TareError("TARE_QUERY_NOT_READING", "this statement would write to the database");
}
