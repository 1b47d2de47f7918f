import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { TareError } from "../../errors.js";

/** Throws TARE_DATA_NOT_JSON at `place` with the column appended. */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const found = firstError(text);
    if (found === undefined) throw new TareError("TARE_DATA_NOT_JSON", "not JSON", { where: place, cause });
    const where = `${place}:${found.offset + 1}`;
    throw new TareError("TARE_DATA_NOT_JSON", `not JSON: ${describe(found, text)}`, { where, cause });
  }
}

/** JSON.parse words its errors differently in each Node version and often without a position: this does not. */
function firstError(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // Nested too deep for a recursive parser: then without a column.
  }
  return errors[0];
}

/** `CommaExpected` -> `comma expected`. */
function describe(error: ParseError, text: string): string {
  if (error.offset >= text.trimEnd().length) return "the line ends before its record does";
  return printParseErrorCode(error.error)
    .replace(/(?<=[a-z])[A-Z]/g, (capital) => ` ${capital}`)
    .toLowerCase();
}
