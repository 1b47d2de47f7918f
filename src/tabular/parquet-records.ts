import type { ParquetWriter } from "hyparquet-writer";
import { VERSION } from "../version.js";

/** `messages`: a list of {role, content}; none of them is ever null. */
export type RecordType = "messages" | "text" | "real" | "boolean";

export interface RecordColumn {
  readonly name: string;
  readonly type: RecordType;
}

export interface RecordWriter {
  /** A row group of these records, which have a value of the right type for every column. */
  write(records: readonly Readonly<Record<string, unknown>>[]): void;
  end(): void;
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

const TEXT = { type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" } as const;

const ELEMENTS: Readonly<Record<RecordType, (name: string) => readonly SchemaElement[]>> = {
  text: (name) => [{ name, ...TEXT }],
  real: (name) => [{ name, type: "DOUBLE", repetition_type: "REQUIRED" }],
  boolean: (name) => [{ name, type: "BOOLEAN", repetition_type: "REQUIRED" }],
  messages: (name) => [
    { name, repetition_type: "REQUIRED", converted_type: "LIST", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "REQUIRED", num_children: 2 },
    { name: "role", ...TEXT },
    { name: "content", ...TEXT },
  ],
};

/** Begins a Parquet file of records that may hold messages; `give` takes its content as it comes. */
export async function parquetRecords(
  columns: readonly RecordColumn[],
  give: (content: Uint8Array) => void,
): Promise<RecordWriter> {
  const writer = await import("hyparquet-writer");
  const bytes = new writer.ByteWriter();
  const leave = () => {
    give(bytes.getBytes().slice());
    bytes.index = 0;
  };
  const file = new writer.ParquetWriter({
    writer: Object.assign(bytes, { finish: leave }),
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.flatMap(({ name, type }) => ELEMENTS[type](name)),
    ],
    createdBy: `tare ${VERSION}`,
  });
  return {
    write(records) {
      if (records.length === 0) return;
      const columnData = columns.map(({ name }) => ({ name, data: records.map((record) => record[name]) }));
      void file.write({ columnData, rowGroupSize: records.length });
      leave();
    },
    end: () => void file.finish(),
  };
}
