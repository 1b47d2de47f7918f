import type { Store } from "../open.js";
import { quoted, type TableShape } from "./tables.js";

/** The name under which the database that rows come from is attached. */
export const SOURCE = "source";

export interface CopyOptions {
  /** Which rows of the source, called `s`; all if left out. */
  readonly where?: string;
  /** What a column becomes, where it is not taken as it is. */
  readonly values?: Readonly<Record<string, string>>;
  /** Columns that the new row gets from its own table. */
  readonly without?: readonly string[];
  /** After each part: may throw, to stop. */
  readonly turn?: (rows: number) => Promise<void>;
}

/** Rows taken at once. */
const PART = 20_000;

/**
 * Copies rows of a table from the attached source, part by part in the order of their numbers or keys, so that memory is
 * bounded and the new table is filled in that order. A row whose key is there already stays as it is; anything else that a
 * row may not be is an error. Returns how many were added.
 */
export async function copyTable(
  { db }: Store,
  table: TableShape,
  options: CopyOptions = {},
): Promise<number> {
  const { where = "1", values = {}, without = [], turn } = options;
  const columns = table.columns.filter((column) => !without.includes(column));
  const taken = columns.map((column) => values[column] ?? `s.${quoted(column)}`);
  const order = table.hasRowid ? ["rowid"] : table.primaryKey;
  const keys = order.map((column) => `s.${quoted(column)}`).join(", ");
  const places = order.map(() => "?").join(", ");
  const from = `${SOURCE}.${quoted(table.name)} s`;
  const there =
    without.length > 0 ? "" : `ON CONFLICT (${table.primaryKey.map(quoted).join(", ")}) DO NOTHING`;
  const into = `INSERT INTO main.${quoted(table.name)} (${columns.map(quoted).join(", ")}) SELECT ${taken.join(", ")} FROM ${from}`;
  const range = (from: boolean, to: boolean) =>
    [...(from ? [`(${keys}) > (${places})`] : []), ...(to ? [`(${keys}) <= (${places})`] : [])].join(
      " AND ",
    ) || "1";
  const last = (after: boolean) =>
    db
      .prepare<unknown[], unknown[]>(
        `SELECT ${keys} FROM ${from} WHERE ${range(after, false)} ORDER BY ${keys} LIMIT 1 OFFSET ${PART - 1}`,
      )
      .raw();
  const ordered = `ORDER BY ${keys}`;
  let added = 0;
  for (let after: unknown[] | undefined; ; ) {
    const upto = last(after !== undefined).get(...(after ?? []));
    const part = db.prepare(
      `${into} WHERE ${range(after !== undefined, upto !== undefined)} AND (${where}) ${ordered} ${there}`,
    );
    added += part.run(...(after ?? []), ...(upto ?? [])).changes;
    await turn?.(PART);
    if (upto === undefined) return added;
    after = upto;
  }
}
