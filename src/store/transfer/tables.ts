import type { Store } from "../open.js";
import { DERIVED_TABLES } from "../rewards/tables.js";

export interface TableShape {
  readonly name: string;
  /** Those that are stored; generated ones are left out. */
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
  /** Rows have a number, in the order in which they came. */
  readonly hasRowid: boolean;
  /** Tables it refers to. */
  readonly parents: readonly string[];
  /** Its rows belong to a run, named in the column `run`. */
  readonly ofRun: boolean;
}

/** Tables of rows, parents before children; what holds facts of the file alone (`meta`) or makes searching fast is none. */
export function listTables(store: Store): TableShape[] {
  const rows = store.db
    .prepare<[], { name: string; wr: number }>(
      `SELECT name, wr FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'meta' ORDER BY name`,
    )
    .all();
  return parentsFirst(
    rows
      .filter(({ name }) => !DERIVED_TABLES.has(name))
      .map(({ name, wr }) => shapeOf(store, name, wr === 0)),
  );
}

interface Column {
  readonly name: string;
  readonly pk: number;
  /** 0 for a stored column. */
  readonly hidden: number;
}

function shapeOf({ db }: Store, name: string, hasRowid: boolean): TableShape {
  const columns = db
    .prepare<[string], Column>("SELECT name, pk, hidden FROM pragma_table_xinfo(?)")
    .all(name)
    .filter(({ hidden }) => hidden === 0);
  const references = db
    .prepare<[string], { table: string; from: string }>(
      `SELECT "table", "from" FROM pragma_foreign_key_list(?)`,
    )
    .all(name);
  return {
    name,
    columns: columns.map((column) => column.name),
    primaryKey: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
    hasRowid,
    parents: [...new Set(references.map(({ table }) => table))],
    ofRun: references.some(({ table, from }) => from === "run" && /^runs$|^run_/.test(table)),
  };
}

function parentsFirst(tables: readonly TableShape[]): TableShape[] {
  const sorted: TableShape[] = [];
  const place = (table: TableShape) => {
    if (sorted.includes(table)) return;
    for (const parent of table.parents) {
      const found = tables.find(({ name }) => name === parent);
      if (found !== undefined && found !== table) place(found);
    }
    sorted.push(table);
  };
  for (const table of tables) place(table);
  return sorted;
}

/** A name as SQL has it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
