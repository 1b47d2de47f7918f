import type { ErrorCode } from "../error-codes.js";
import { TareError } from "../errors.js";

/** How many records were left out for one reason, and where the first of them stand. */
export interface BadRecords {
  readonly code: ErrorCode;
  readonly count: number;
  /** In the order of reading, at most {@link SHOWN}; `prefs.jsonl:3: the chosen response is empty`. */
  readonly first: readonly string[];
}

/** Takes the records that are left out, so that none is lost without being counted. */
export interface BadTally {
  /** The failure of one record, or of several that make one item. One read twice (a pair and its base) counts once. */
  add(failure: TareError, records?: number): void;
  /** By code, in alphabetical order. */
  counts(): readonly BadRecords[];
}

export const SHOWN = 3;

export function tallyBad(): BadTally {
  const places = new Set<string>();
  const codes = new Map<ErrorCode, { count: number; readonly first: string[] }>();
  return {
    add({ code, where, message }, records = 1) {
      if (places.has(where)) return;
      places.add(where);
      const known = codes.get(code) ?? { count: 0, first: [] };
      codes.set(code, known);
      known.count += records;
      if (known.first.length < SHOWN) known.first.push(`${where}: ${message}`);
    },
    counts: () =>
      [...codes].map(([code, found]) => ({ code, ...found })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

/** Puts the failure of one record to the tally; throws it where there is none, or where it is not the record's. */
export function leaveOut(error: unknown, bad: BadTally | undefined, records = 1): TareError {
  if (bad === undefined || !(error instanceof TareError) || !error.code.startsWith("TARE_DATA_")) throw error;
  bad.add(error, records);
  return error;
}
