import type { Format } from "../contract.js";
import { type BadTally, tallyBad } from "../formats/bad-records.js";
import { type FieldMap, parseFieldMap } from "../formats/field-map.js";
import { findFormat, loadFormats } from "../registry.js";

/** How data are to be read, as the command line says it. */
export interface ReadingAsked {
  /** Name or file of a format; detected if left out. */
  readonly format?: string | undefined;
  /** `chosen=a.b,rejected=c`: where the data hold the fields of the format. */
  readonly map?: readonly string[] | undefined;
  /** Leave bad records out, and count them. */
  readonly skipBad?: boolean | undefined;
}

/** What `readItems` takes of it. */
export interface Reading {
  readonly formats: readonly Format[];
  /** Undefined: detected file by file. */
  readonly format: Format | undefined;
  readonly fields?: FieldMap | undefined;
  /** Undefined: the first bad record is an error. */
  readonly bad?: BadTally | undefined;
}

/** Finds what is named, before the first record is read. Throws TARE_UNKNOWN_NAME, TARE_EXTENSION_INVALID, TARE_USAGE. */
export async function openReading(
  { format, map = [], skipBad = false }: ReadingAsked,
  cwd: string,
): Promise<Reading> {
  const formats = await loadFormats();
  return {
    formats,
    format: format === undefined ? undefined : await findFormat(format, formats, cwd),
    fields: map.length === 0 ? undefined : parseFieldMap(map),
    bad: skipBad ? tallyBad() : undefined,
  };
}
