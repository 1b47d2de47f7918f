import { firstByte } from "./blank.js";
import { parseJson } from "./json.js";
import { splitLines } from "./lines.js";
import type { RawRecord } from "./record.js";
import { utf8 } from "./utf8.js";

/** One JSON value a line; blank lines are skipped but counted. A line that is none throws when its value is asked for. */
export async function* readJsonLines(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<RawRecord> {
  const decoder = utf8();
  let line = 0;
  for await (const encoded of splitLines(bytes, name)) {
    line += 1;
    const place = `${name}:${line}`;
    // Looked at as bytes, so that a line that is not UTF-8 is the failure of its record alone.
    if (firstByte(encoded) === undefined) continue;
    yield { line, place, value: () => parseJson(decoder.whole(encoded, place), place) };
  }
}
