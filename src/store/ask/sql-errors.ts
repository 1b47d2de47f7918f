import Database from "better-sqlite3";
import { messageOf, TareError } from "../../errors.js";
import { didYouMean } from "../../nearest.js";
import { asStoreError } from "../sqlite-errors.js";
import type { Failed } from "./protocol.js";

/** What SQLite or its client throw over a question, with a code; `names` are the tables and views there are. */
export function asSqlError(error: unknown, path: string, names: () => readonly string[]): unknown {
  const known = asStoreError(error, path);
  if (known instanceof TareError) return known;
  if (error instanceof Database.SqliteError) {
    const table = /^no such table: (?:main\.)?(\w+)$/.exec(error.message)?.[1];
    const hint = table === undefined ? "" : didYouMean(table, names());
    return new TareError("TARE_QUERY_SQL", `${error.message}${hint}`, { cause: error });
  }
  const said = messageOf(error);
  if (error instanceof RangeError && said.includes("more than one statement"))
    return new TareError("TARE_QUERY_NOT_READING", "there is more than one statement: one at a time is run");
  if (error instanceof RangeError && said.includes("no statements"))
    return new TareError("TARE_QUERY_SQL", "there is no SQL to run");
  if (error instanceof RangeError || error instanceof TypeError)
    return new TareError("TARE_QUERY_PARAMETER", said.charAt(0).toLowerCase() + said.slice(1), {
      fix: "Name the parameters of the SQL (:name), and give each a value: --param name=value.",
    });
  return error;
}

export function asFailed(error: unknown): Failed {
  if (error instanceof TareError) {
    const { code, message: what, where, fix } = error;
    return { type: "failed", code, what, where, fix };
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { type: "failed", code: "TARE_BUG", what, where: "", fix: "Please report this with the query." };
}

export function fromFailed({ code, what, where, fix }: Failed): TareError {
  return new TareError(code, what, { where, fix });
}
