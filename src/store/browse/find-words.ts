import type { Store } from "../open.js";
import { requireWords } from "../words/search-texts.js";
import { wordQuery } from "../words/word-query.js";
import type { Cell } from "./cells.js";
import type { PairPlaceInOrder } from "./merge-cells.js";
import type { PageLimits } from "./pair-page.js";

/**
 * The pairs of a run in these cells, one of whose texts holds the words, in no order; undefined where there may be many.
 * Throws TARE_SEARCH_WORDS, TARE_SEARCH_INDEX.
 */
export function findFewPairs(
  store: Store,
  run: string,
  cells: readonly Cell[],
  search: string,
  { fewTexts, fewPairs }: PageLimits,
): PairPlaceInOrder[] | undefined {
  const query = wordQuery(search);
  requireWords(store);
  const { db } = store;
  const numbers = db
    .prepare<[string, number], number>(
      "SELECT rowid FROM response_words WHERE response_words MATCH ? LIMIT ?",
    )
    .pluck()
    .all(query, fewTexts + 1);
  if (numbers.length > fewTexts) return undefined;
  const pairs = db
    .prepare<{ numbers: string; most: number }, string>(
      `WITH found AS (SELECT n.text FROM json_each(@numbers) j CROSS JOIN text_numbers n ON n.number = j.value)
       SELECT p.key FROM found f CROSS JOIN pairs p ON p.base = f.text
        UNION SELECT p.key FROM found f CROSS JOIN pairs p ON p.variant = f.text LIMIT @most`,
    )
    .pluck()
    .all({ numbers: JSON.stringify(numbers), most: fewPairs + 1 });
  if (pairs.length > fewPairs) return undefined;
  const known = new Set(cells.map(({ id }) => id));
  return placesOf(store, run, pairs).filter(({ cell }) => known.has(cell));
}

/** Where pairs stand in a run's cells. Those without scores stand nowhere. */
export function placesOf({ db }: Store, run: string, pairs: readonly string[]): PairPlaceInOrder[] {
  return db
    .prepare<{ pairs: string; run: string }, PairPlaceInOrder>(
      `SELECT c.id AS cell, w.difference, w.pair, w.item, w.position
         FROM (SELECT rp.run, rp.pair, rp.item, rp.position, p.augmentation, p.version, p.dose, p.base, p.variant
                 FROM json_each(@pairs) j CROSS JOIN pairs p ON p.key = j.value
                CROSS JOIN run_pairs rp ON rp.run = @run AND rp.pair = p.key) x
        CROSS JOIN runs r ON r.id = x.run CROSS JOIN items i ON i.id = x.item
        CROSS JOIN responses a ON a.item = x.item AND a.position = x.position
        CROSS JOIN scores b ON b.scorer = r.scorer AND b.text = x.base AND b.head = 0
        CROSS JOIN scores v ON v.scorer = r.scorer AND v.text = x.variant AND v.head = 0
        CROSS JOIN pair_cells c ON c.run = x.run AND c.augmentation = x.augmentation AND c.dose IS x.dose AND c.version = x.version
          AND c.role = a.role AND c.style = a.style AND c.subset = i.subset AND c.truncated = max(b.truncated, v.truncated)
        CROSS JOIN pair_rewards w ON w.cell = c.id AND w.pair = x.pair AND w.item = x.item AND w.position = x.position
          AND w.difference = (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = x.variant AND l.head = h.head WHERE h.run = r.id)
                           - (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = x.base AND l.head = h.head WHERE h.run = r.id)`,
    )
    .all({ pairs: JSON.stringify(pairs), run });
}

/** Tells of a pair whether one of its texts holds the words. */
export function holdsWords({ db }: Store, search: string): (pair: string) => boolean {
  const query = wordQuery(search);
  const numbers = db
    .prepare<[string], number>(
      "SELECT n.number FROM pairs p CROSS JOIN text_numbers n ON n.text IN (p.base, p.variant) WHERE p.key = ?",
    )
    .pluck();
  const holds = db.prepare<[string, number]>(
    "SELECT 1 FROM response_words WHERE response_words MATCH ? AND rowid = ?",
  );
  return (pair) => numbers.all(pair).some((number) => holds.get(query, number) !== undefined);
}
