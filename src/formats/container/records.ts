import { resolve } from "node:path";
import { TareError } from "../../errors.js";
import { bytesOf, openStream, type Source, shownName } from "./bytes.js";
import { gunzipped } from "./gunzip.js";
import { readJsonArray } from "./json-array.js";
import { readJsonLines } from "./json-lines.js";
import { kindOf, startsParquet, wholeHead } from "./kind.js";
import { readAhead } from "./read-ahead.js";
import type { RawRecord } from "./record.js";

/**
 * The records of a file (`-`: standard input), gzipped or not: JSONL, one JSON array, one JSON object of arrays, CSV or
 * Parquet, by its bytes; its name only keeps a damaged JSON file from being taken for CSV. Nothing is read before it is
 * asked for. Throws TARE_DATA_MISSING, _GZIP, _EMPTY, _CSV, _PARQUET, and _NOT_JSON where a record's end is unknown.
 */
export async function* readRecords(file: string, source: Source): AsyncGenerator<RawRecord> {
  const name = shownName(file);
  const stream = openStream(file, source);
  try {
    let empty = true;
    for await (const record of recordsOf(bytesOf(stream, name), file, source)) {
      empty = false;
      yield record;
    }
    if (empty) throw new TareError("TARE_DATA_EMPTY", "the file holds no record", { where: name });
  } finally {
    // A pipe that stays open must not keep the process waiting after a limit or an error.
    stream.destroy();
  }
}

async function* recordsOf(
  raw: AsyncIterable<Buffer>,
  file: string,
  source: Source,
): AsyncGenerator<RawRecord> {
  const name = shownName(file);
  const packed = await readAhead(raw, startsParquet.enough);
  if (startsParquet.is(packed.head) && file !== "-") {
    const { readParquet } = await import("./parquet.js");
    const { withFile } = await import("./random-access.js");
    return yield* withFile(resolve(source.cwd, file), (open) => readParquet(open, name));
  }
  const { head, bytes } = await readAhead(gunzipped(packed.bytes, name), wholeHead);
  switch (kindOf(head, name)) {
    case "array":
      return yield* readJsonArray(bytes, name);
    case "object of arrays":
      return yield* readJsonArray(bytes, name, 2);
    case "lines":
      return yield* readJsonLines(bytes, name);
    case "csv": {
      const { readCsv } = await import("./csv.js");
      return yield* readCsv(bytes, name);
    }
    case "parquet": {
      const { readParquet } = await import("./parquet.js");
      const { inMemory } = await import("./random-access.js");
      return yield* readParquet(await inMemory(bytes, name), name);
    }
  }
}
