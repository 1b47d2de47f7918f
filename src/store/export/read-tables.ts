import type { Cell, CellType, TypedColumn } from "../../tabular/table-format.js";
import type { Store } from "../open.js";
import { listTables, quoted } from "../transfer/tables.js";

export interface Readable {
  readonly name: string;
  readonly columns: readonly TypedColumn[];
}

/** Every table of rows and every view, with the type of each column. */
export function listReadable(store: Store): Readable[] {
  const { db } = store;
  const views = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    .pluck()
    .all();
  return [
    ...listTables(store).map(({ name }) => ({ name, columns: declaredColumns(store, name) })),
    ...views.map((name) => ({ name, columns: heldColumns(store, name) })),
  ];
}

/** Generated columns too: they can be read. */
function declaredColumns({ db }: Store, table: string): TypedColumn[] {
  return db
    .prepare<[string], TypedColumn>("SELECT name, type FROM pragma_table_xinfo(?) ORDER BY cid")
    .all(table);
}

/** A view's columns have no type of their own: the narrowest that holds every cell of a column. */
function heldColumns({ db }: Store, view: string): TypedColumn[] {
  const names = db
    .prepare<[string], string>("SELECT name FROM pragma_table_info(?) ORDER BY cid")
    .pluck()
    .all(view);
  const kinds = names.map((name) => {
    const has = (type: string) => `max(typeof(${quoted(name)}) = '${type}')`;
    return `CASE WHEN ${has("text")} THEN 'TEXT' WHEN ${has("real")} THEN 'REAL' WHEN ${has("integer")} THEN 'INTEGER' ELSE 'TEXT' END`;
  });
  const types = db
    .prepare<[], CellType[]>(`SELECT ${kinds.join(", ")} FROM ${quoted(view)}`)
    .raw()
    .get()!;
  return names.map((name, index) => ({ name, type: types[index]! }));
}

/** Rows held at once, and about how many characters of text. */
const ROWS = 20_000;
const CHARACTERS = 16_000_000;

/** The rows of a table or view, in parts of bounded size. */
export function* readParts({ db }: Store, { name, columns }: Readable): Generator<Cell[][]> {
  const list = columns.map((column) => quoted(column.name)).join(", ");
  let part: Cell[][] = [];
  let characters = 0;
  for (const row of db
    .prepare<[], Cell[]>(`SELECT ${list} FROM ${quoted(name)}`)
    .raw()
    .iterate()) {
    part.push(row);
    for (const cell of row) if (typeof cell === "string") characters += cell.length;
    if (part.length < ROWS && characters < CHARACTERS) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield part;
}
