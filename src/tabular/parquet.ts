import { VERSION } from "../version.js";
import type { Cell, CellType, TableFormat } from "./table-format.js";

const TYPES = { INTEGER: "INT64", REAL: "DOUBLE", TEXT: "STRING" } as const satisfies Record<
  CellType,
  string
>;

/** Parquet: INT64, DOUBLE or STRING, all nullable; what is written at once is a row group, compressed with Snappy. */
export const parquet: TableFormat = async (columns, give) => {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import("hyparquet-writer");
  const columnData = (rows: readonly (readonly Cell[])[]) =>
    columns.map(({ name, type }, index) => ({
      ...{ name, type: TYPES[type] },
      data: rows.map((row) => parquetOf(row[index]!, type)),
    }));
  const bytes = new ByteWriter();
  const leave = () => {
    give(bytes.getBytes().slice());
    bytes.index = 0;
  };
  const file = new ParquetWriter({
    writer: Object.assign(bytes, { finish: leave }),
    schema: schemaFromColumnData({ columnData: columnData([]) }),
    createdBy: `tare ${VERSION}`,
  });
  return {
    write(rows) {
      if (rows.length === 0) return;
      void file.write({ columnData: columnData(rows), rowGroupSize: rows.length });
      leave();
    },
    end: () => void file.finish(),
  };
};

function parquetOf(cell: Cell, type: CellType): Cell | bigint {
  return type === "INTEGER" && cell !== null ? BigInt(cell) : cell;
}
