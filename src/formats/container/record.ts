/** One record of a file, before any format has looked at it. */
export interface RawRecord {
  readonly value: unknown;
  /** 1-based line (JSONL) or record number (JSON array). */
  readonly line: number;
  /** The same place in words, for errors: `prefs.jsonl:3`, `prefs.json record 3`. */
  readonly place: string;
}
