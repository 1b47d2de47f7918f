import { TareError } from "../../errors.js";

const LINE_FEED = 0x0a;

/** Longest line in bytes; a JavaScript string holds about twice as much. */
const LONGEST = 2 ** 28;

/** Splits at line feeds only: all other line separators may stand inside a JSON string. Holds one line at a time. */
export async function* splitLines(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let held = 0;
  let line = 1;
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      held = 0;
      line += 1;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    held += chunk.length - start;
    if (held > LONGEST) throw tooLong(`${name}:${line}`);
  }
  if (held > 0) yield Buffer.concat(parts);
}

function tooLong(where: string): TareError {
  return new TareError("TARE_DATA_NOT_JSON", `the line is longer than ${LONGEST / 2 ** 20} MiB`, { where });
}
