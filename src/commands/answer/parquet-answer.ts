import type { Batch, Cell } from "../../store/ask/protocol.js";
import { VERSION } from "../../version.js";
import { COLUMN_TYPES, columnType } from "./column-types.js";
import type { AnswerFormat } from "./formats.js";
import { openSpool } from "./spool.js";

/** Rows of a row group: large enough to compress, small enough to be held. */
const GROUP = 20_000;

/**
 * Parquet, in row groups: INT64, DOUBLE or STRING by what a column holds, all of them nullable. SQLite's columns have no type
 * of their own, so the rows are laid aside until the last one has been seen. The SQL stands in the file's metadata.
 */
export const parquetAnswer: AnswerFormat = async ({ columns, declared, sql }, batches, write) => {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import("hyparquet-writer");
  const spool = openSpool<Batch["rows"]>();
  try {
    let kinds: Batch["kinds"] = columns.map(() => ({ integer: false, real: false, text: false }));
    for await (const batch of batches) {
      spool.add(batch.rows);
      kinds = batch.kinds;
    }
    const types = columns.map((_, index) => columnType(kinds[index]!, declared[index] ?? null));
    const columnData = (rows: Batch["rows"]) =>
      columns.map((name, index) => {
        const type = types[index]!;
        return { name, type, data: rows.map((row) => COLUMN_TYPES[type](row[index]!)) };
      });
    const bytes = new ByteWriter();
    const leave = () => {
      const content = bytes.getBytes().slice();
      bytes.index = 0;
      return write(content);
    };
    const file = new ParquetWriter({
      writer: Object.assign(bytes, { finish: leave }),
      schema: schemaFromColumnData({ columnData: columnData([]) }),
      kvMetadata: [{ key: "sql", value: sql }],
      createdBy: `tare ${VERSION}`,
    });
    for (const rows of groupsOf(spool.values())) {
      await file.write({ columnData: columnData(rows), rowGroupSize: rows.length });
      await leave();
    }
    await file.finish();
  } finally {
    spool.drop();
  }
};

function* groupsOf(batches: Iterable<Batch["rows"]>): Generator<Batch["rows"]> {
  let group: (readonly Cell[])[] = [];
  for (const rows of batches) {
    group = group.concat(rows);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
