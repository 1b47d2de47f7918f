import { parseJson } from "./json.js";
import { splitLines } from "./lines.js";
import type { RawRecord } from "./record.js";
import { utf8 } from "./utf8.js";

/** One JSON value a line; blank lines are skipped but counted. Throws TARE_DATA_NOT_JSON with file, line and column. */
export async function* readJsonLines(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<RawRecord> {
  const decoder = utf8();
  let line = 0;
  for await (const encoded of splitLines(bytes, name)) {
    line += 1;
    const place = `${name}:${line}`;
    const text = decoder.whole(encoded, place);
    if (text.trim() === "") continue;
    yield { value: parseJson(text, place), line, place };
  }
}
