import { TareError } from "../errors.js";
import { didYouMean } from "../nearest.js";
import type { Store } from "./open.js";
import { VALUE_READERS } from "./query-values.js";
import { selectRuns } from "./runs.js";
import { requireWords } from "./words/search-texts.js";
import { wordQuery } from "./words/word-query.js";

/**
 * `run` and `item`: an id or its beginning; `augmentation`: a name; all three must be there. `number` is a whole one. `words`: what
 * to look for in texts, as `wordQuery` reads it.
 */
const READERS = {
  text: (value: string) => value,
  number: readWhole,
  run: (value: string, store: Store) => selectRuns(store, value, false)[0]!.id,
  item: readItem,
  augmentation: readAugmentation,
  words: readWords,
  ...VALUE_READERS,
} as const satisfies Record<string, (value: string, store: Store) => string | number>;

export type ParameterType = keyof typeof READERS;
export const PARAMETER_TYPES = Object.keys(READERS) as readonly ParameterType[];

/** What a user gave, as the query wants it. Throws TARE_QUERY_PARAMETER, TARE_NO_RUN or TARE_UNKNOWN_NAME. */
export function readParameter(type: ParameterType, value: string, store: Store): string | number {
  return READERS[type](value, store);
}

function readWhole(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new TareError("TARE_QUERY_PARAMETER", `wants a whole number, not "${value}"`);
}

/** Throws TARE_SEARCH_WORDS, and TARE_SEARCH_INDEX where a text could be missed. */
function readWords(value: string, store: Store): string {
  requireWords(store);
  return wordQuery(value);
}

function readItem(value: string, { db }: Store): string {
  const found = db
    .prepare<[number, string], string>("SELECT id FROM items WHERE substr(id, 1, ?) = ? LIMIT 2")
    .pluck()
    .all(value.length, value);
  if (found.length === 1) return found[0]!;
  const what = found.length === 0 ? "no item begins with" : "several items begin with";
  throw new TareError("TARE_QUERY_PARAMETER", `${what} "${value}"`);
}

function readAugmentation(value: string, { db }: Store): string {
  const names = db.prepare<[], string>("SELECT DISTINCT name FROM augmentations ORDER BY name").pluck().all();
  if (names.includes(value)) return value;
  const what = `no run of this database used an augmentation "${value}"${didYouMean(value, names)}`;
  throw new TareError("TARE_UNKNOWN_NAME", what, { fix: `It holds: ${names.join(", ") || "none"}.` });
}
