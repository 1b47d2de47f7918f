import type { Format } from "../contract.js";
import { type BadTally, tallyBad } from "../formats/bad-records.js";
import { byName } from "../nearest.js";
import { loadFormats } from "../registry.js";

/** How data are to be read, as the command line says it. */
export interface ReadingAsked {
  /** Name of a format; detected if left out. */
  readonly format?: string | undefined;
  /** Leave bad records out, and count them. */
  readonly skipBad?: boolean | undefined;
}

/** What `readItems` takes of it. */
export interface Reading {
  readonly formats: readonly Format[];
  /** Undefined: detected file by file. */
  readonly format: Format | undefined;
  /** Undefined: the first bad record is an error. */
  readonly bad?: BadTally | undefined;
}

/** Finds what is named, before the first record is read. Throws TARE_UNKNOWN_NAME. */
export async function openReading({ format, skipBad = false }: ReadingAsked): Promise<Reading> {
  const formats = await loadFormats();
  return {
    formats,
    format: format === undefined ? undefined : byName("format", format, formats),
    bad: skipBad ? tallyBad() : undefined,
  };
}
