import { sizeOf } from "./cells.js";
import type { Cell } from "./protocol.js";
import { startAsking } from "./start-asking.js";

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** There are more rows than these. */
  readonly truncated: boolean;
}

export interface Limits {
  /** Milliseconds; 0: no limit. */
  readonly timeoutMs: number;
  readonly maxRows: number;
  /** Rows are left out once they hold about so many characters; 16 million where nothing is said. */
  readonly maxCharacters?: number;
}

/**
 * Asks a database in SQL, in a process of its own, over a connection that cannot write; the database at `path` is opened as it
 * is, and is not upgraded. While a store of it is open here, the files that SQLite puts beside it are cleared away with that
 * store. `values` are those of the named parameters of the SQL.
 * Throws TARE_QUERY_SQL, TARE_QUERY_NOT_READING, TARE_QUERY_PARAMETER, TARE_QUERY_TIMEOUT, TARE_QUERY_DIED, and TARE_DB_….
 */
export async function ask(
  path: string,
  sql: string,
  { timeoutMs, maxRows, maxCharacters = 16_000_000 }: Limits,
  values: Readonly<Record<string, string | number | null>> = {},
): Promise<Answer> {
  const asking = await startAsking({ path, sql, values }, timeoutMs);
  try {
    const rows: (readonly Cell[])[] = [];
    let characters = 0;
    for (;;) {
      // One more than wanted, to know whether there is one.
      const batch = await asking.next(maxRows + 1 - rows.length);
      for (const row of batch.rows) {
        if (rows.length === maxRows || characters >= maxCharacters)
          return { columns: asking.columns, rows, truncated: true };
        rows.push(row);
        characters += sizeOf(row);
      }
      if (batch.end) return { columns: asking.columns, rows, truncated: false };
    }
  } finally {
    await asking.close();
  }
}
