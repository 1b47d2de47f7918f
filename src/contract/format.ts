import type { ItemDraft } from "./item.js";

export interface Format {
  /** Filled from the file name. */
  readonly name: string;
  readonly summary: string;
  /** Field names as published, for documentation. */
  readonly columns: string;
  /** Does this record look like mine? By columns and value types; the most specific format that says yes wins. */
  detects(record: Readonly<Record<string, unknown>>): boolean;
  /** Higher wins when several formats detect the same record; two that are equally high are an error. */
  readonly specificity: number;
  /** A record of this format that another one knows as well is an error, however specific they are: either may be meant. */
  readonly alone?: boolean;
  /**
   * Where an item is several records: consecutive ones with the same value belong together (HelpSteer2: the prompt).
   * Throws a TareError that names the field.
   */
  together?(record: Readonly<Record<string, unknown>>): string;
  /** Throws a TareError that names the field; the reader adds file and line. `others`: the records that belong to it. */
  read(
    record: Readonly<Record<string, unknown>>,
    others: readonly Readonly<Record<string, unknown>>[],
  ): ItemDraft;
}

export function defineFormat(format: Omit<Format, "name">): Omit<Format, "name"> {
  return Object.freeze(format);
}
