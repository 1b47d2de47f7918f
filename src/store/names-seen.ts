import type { Store } from "./open.js";

/** A table or view with its columns, as the database has them. */
export interface TableSeen {
  readonly name: string;
  readonly type: "table" | "view";
  readonly columns: readonly string[];
}

/** Of every operator that a run used, sorted. */
export function listOperatorNames({ db }: Store): string[] {
  return db.prepare<[], string>("SELECT DISTINCT name FROM augmentations ORDER BY name").pluck().all();
}

/** Views before tables, shadow tables of a full-text index left out. */
export function listTables({ db }: Store): TableSeen[] {
  const rows = db
    .prepare<[], { readonly name: string; readonly type: "table" | "view"; readonly column: string }>(
      `SELECT t.name, t.type, c.name AS column FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
        WHERE t.schema = 'main' AND t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite_%'
        ORDER BY t.type = 'table', t.name, c.cid`,
    )
    .all();
  const tables = new Map<string, { name: string; type: "table" | "view"; columns: string[] }>();
  for (const { name, type, column } of rows) {
    const table = tables.get(name) ?? { name, type, columns: [] };
    table.columns.push(column);
    tables.set(name, table);
  }
  return [...tables.values()];
}

/** What can be filtered by; each list sorted. */
export interface FilterNames {
  readonly operators: readonly string[];
  readonly attributes: readonly string[];
  /** The first of them; `moreSubsets`: there are others. */
  readonly subsets: readonly string[];
  readonly moreSubsets: boolean;
}

const MOST_SUBSETS = 200;

/** Names that the database holds, of all its runs. */
export function listFilterNames(store: Store): FilterNames {
  const list = (sql: string) => store.db.prepare<[], string>(sql).pluck().all();
  const subsets = list(
    `SELECT DISTINCT subset FROM items WHERE subset <> '' ORDER BY subset LIMIT ${MOST_SUBSETS + 1}`,
  );
  return {
    operators: listOperatorNames(store),
    attributes: list("SELECT DISTINCT attribute FROM augmentations ORDER BY attribute"),
    subsets: subsets.slice(0, MOST_SUBSETS),
    moreSubsets: subsets.length > MOST_SUBSETS,
  };
}

/** The doses at which an operator was applied, from small to large; empty for one without doses. */
export function listDoses({ db }: Store, operator: string): number[] {
  return db
    .prepare<[string], number>(
      "SELECT DISTINCT dose FROM pairs WHERE augmentation = ? AND dose IS NOT NULL ORDER BY dose",
    )
    .pluck()
    .all(operator);
}
