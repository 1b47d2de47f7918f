import { Assembler } from "stream-json/assembler.js";
import { jsonParser } from "stream-json/parser.js";
import { messageOf, TareError } from "../../errors.js";
import type { RawRecord } from "./record.js";
import { utf8 } from "./utf8.js";

const CLOSING_BRACE = 0x7d;

/**
 * The elements of one JSON array, or of the arrays that are the fields of one JSON object (`depth` 2), held one at a time;
 * `line` is the element's number, from 1, counted through all arrays.
 * The parser is fed up to one closing brace at a time, so that an error cannot hide the records before it.
 * Throws TARE_DATA_NOT_JSON with the record's number.
 */
export async function* readJsonArray(
  bytes: AsyncIterable<Buffer>,
  name: string,
  depth: 1 | 2 = 1,
): AsyncGenerator<RawRecord> {
  const elements = elementReader(depth);
  let line = 1;
  for await (const chunk of bytes) {
    for (const piece of piecesOf(chunk)) {
      for (const value of elements.read(piece, `${name} record ${line}`)) {
        yield { line, place: `${name} record ${line}`, value: () => value };
        line += 1;
      }
    }
  }
  elements.end(`${name} record ${line}`);
}

/** A brace is one byte that is part of no other UTF-8 character, so the cut never tears one apart. */
function* piecesOf(chunk: Buffer): Generator<Buffer> {
  let start = 0;
  while (start < chunk.length) {
    const brace = chunk.indexOf(CLOSING_BRACE, start);
    const end = brace === -1 ? chunk.length : brace + 1;
    yield chunk.subarray(start, end);
    start = end;
  }
}

function elementReader(depth: number) {
  const decoder = utf8();
  const tokensOf = jsonParser({ streamValues: false });
  const assembler = new Assembler<unknown[]>();

  function tokenise(piece: Buffer, place: string) {
    const text = decoder.part(piece, place);
    try {
      const tokens = tokensOf(text);
      return typeof tokens === "symbol" ? [] : tokens.values;
    } catch (cause) {
      const reason = messageOf(cause).replace(/^Parser (cannot parse input: |has )/, "");
      throw new TareError("TARE_DATA_NOT_JSON", `not JSON: ${reason}`, { where: place, cause });
    }
  }

  return {
    /** The elements that end in this piece. */
    read(piece: Buffer, place: string): unknown[] {
      const values: unknown[] = [];
      for (const token of tokenise(piece, place)) {
        assembler.consume(token);
        if (assembler.depth === depth && Array.isArray(assembler.current))
          values.push(...assembler.current.splice(0));
      }
      return values;
    },
    /** Throws if the input may not end here. */
    end(place: string): void {
      decoder.whole(Buffer.alloc(0), place);
      if (assembler.done) return;
      const what = "not JSON: the file ends before its array does";
      throw new TareError("TARE_DATA_NOT_JSON", what, { where: place });
    },
  };
}
