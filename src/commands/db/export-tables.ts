import { join } from "node:path";
import { listReadable, type Readable, readParts } from "../../store/export/read-tables.js";
import type { Store } from "../../store/open.js";
import { TABLE_FORMATS, type TableFormatName } from "../../tabular/table-format.js";
import { type PartFolder, partFolder } from "./part-folder.js";

export interface WrittenTable {
  readonly file: string;
  readonly rows: number;
}

/**
 * Writes every table and view into a file of its own in a folder: all of them, or none. Memory holds a part of one table.
 * Throws TARE_OUTPUT where a file lies there already and may not be replaced.
 */
export async function exportTables(
  store: Store,
  folder: string,
  format: TableFormatName,
  force: boolean,
  turn: (done: number, of: number) => Promise<void>,
): Promise<WrittenTable[]> {
  const tables = listReadable(store);
  const nameOf = ({ name }: Readable) => `${name}.${format}`;
  const files = partFolder(folder, tables.map(nameOf), force);
  try {
    const written: WrittenTable[] = [];
    store.db.exec("BEGIN"); // one moment for all of them
    for (const [done, table] of tables.entries()) {
      files.begin(nameOf(table));
      const rows = await writeTable(store, table, format, files, () => turn(done, tables.length));
      written.push({ file: join(folder, nameOf(table)), rows });
    }
    files.keep();
    return written;
  } finally {
    if (store.db.inTransaction) store.db.exec("ROLLBACK");
    files.drop();
  }
}

async function writeTable(
  store: Store,
  table: Readable,
  format: TableFormatName,
  files: PartFolder,
  turn: () => Promise<void>,
): Promise<number> {
  const writer = await TABLE_FORMATS[format](table.columns, files.write);
  let rows = 0;
  await turn();
  for (const part of readParts(store, table)) {
    writer.write(part);
    rows += part.length;
    await turn();
  }
  writer.end();
  return rows;
}
