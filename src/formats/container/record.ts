/** One record of a file, before any format has looked at it. */
export interface RawRecord {
  /** 1-based line (JSONL) or record number (JSON array). */
  readonly line: number;
  /** The same place in words, for errors: `prefs.jsonl:3`, `prefs.json record 3`. */
  readonly place: string;
  /** Throws TARE_DATA_NOT_JSON where a line is none: the lines after it can be read all the same. */
  value(): unknown;
}
