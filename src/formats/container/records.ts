import { TareError } from "../../errors.js";
import { firstByte } from "./blank.js";
import { bytesOf, openStream, type Source, shownName } from "./bytes.js";
import { gunzipped } from "./gunzip.js";
import { readJsonArray } from "./json-array.js";
import { readJsonLines } from "./json-lines.js";
import { readAhead } from "./read-ahead.js";
import type { RawRecord } from "./record.js";

const OPENING_BRACKET = 0x5b;

/**
 * The records of a file (`-`: standard input), gzipped or not, JSONL or one JSON array: the bytes decide, not the name.
 * Nothing is read before it is asked for. Throws TARE_DATA_MISSING, _GZIP, _EMPTY, and _NOT_JSON where a record's end is unknown.
 */
export async function* readRecords(file: string, source: Source): AsyncGenerator<RawRecord> {
  const name = shownName(file);
  const stream = openStream(file, source);
  try {
    let empty = true;
    for await (const record of recordsOf(gunzipped(bytesOf(stream, name), name), name)) {
      empty = false;
      yield record;
    }
    if (empty) throw new TareError("TARE_DATA_EMPTY", "the file holds no record", { where: name });
  } finally {
    // A pipe that stays open must not keep the process waiting after a limit or an error.
    stream.destroy();
  }
}

async function* recordsOf(plain: AsyncIterable<Buffer>, name: string): AsyncGenerator<RawRecord> {
  const { head, bytes } = await readAhead(plain, (start) => firstByte(start) !== undefined);
  yield* firstByte(head) === OPENING_BRACKET ? readJsonArray(bytes, name) : readJsonLines(bytes, name);
}
