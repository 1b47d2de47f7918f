import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  toJson,
} from "hyparquet";
import { messageOf, TareError } from "../../errors.js";
import type { RawRecord } from "./record.js";

/** Most bytes, unpacked, that are read at a time where the file says where its pages begin. */
const PART = 2 ** 22;

/** The rows of a Parquet file, one row group (or a part of it) in memory at a time. Throws TARE_DATA_PARQUET. */
export async function* readParquet(file: AsyncBuffer, name: string): AsyncGenerator<RawRecord> {
  // Loaded when there is something to unpack: the decompressors are WebAssembly.
  const { compressors } = await import("hyparquet-compressors");
  const metadata = await named(name, () => parquetMetadataAsync(file));
  checkCodecs(metadata, Object.keys(compressors), name);
  let line = 0;
  for (const [rowStart, rowEnd] of partsOf(metadata)) {
    const options = { file, metadata, compressors, rowStart, rowEnd, useOffsetIndex: true };
    for (const row of await named(name, () => parquetReadObjects(options))) {
      line += 1;
      yield { line, place: `${name} row ${line}`, value: () => toJson(row) };
    }
  }
}

/** Row groups, and where there is a page index, parts of large ones. */
function* partsOf({ row_groups: groups }: FileMetaData): Generator<[start: number, end: number]> {
  let start = 0;
  for (const { num_rows, total_byte_size, columns } of groups) {
    const end = start + Number(num_rows);
    const indexed = columns.every((column) => column.offset_index_offset !== undefined);
    const parts = indexed ? Math.max(1, Math.ceil(Number(total_byte_size) / PART)) : 1;
    const size = Math.max(1, Math.ceil((end - start) / parts));
    for (let at = start; at < end; at += size) yield [at, Math.min(end, at + size)];
    start = end;
  }
}

function checkCodecs({ row_groups: groups }: FileMetaData, known: readonly string[], name: string): void {
  for (const { columns } of groups) {
    for (const { meta_data: meta } of columns) {
      if (meta === undefined || meta.codec === "UNCOMPRESSED" || known.includes(meta.codec)) continue;
      const column = meta.path_in_schema.join(".");
      throw new TareError(
        "TARE_DATA_PARQUET",
        `the column "${column}" is compressed by ${meta.codec ?? "a codec that is not in the standard"}`,
        { where: name, fix: `Write the file with one of these codecs: ${known.join(", ").toLowerCase()}.` },
      );
    }
  }
}

async function named<T>(name: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    if (cause instanceof TareError) throw cause;
    throw new TareError("TARE_DATA_PARQUET", `it cannot be read: ${messageOf(cause)}`, {
      where: name,
      cause,
    });
  }
}
