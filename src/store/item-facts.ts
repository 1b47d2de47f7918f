import type { Store } from "./open.js";

/** What the items of a run are divided by. */
export interface ItemFacts {
  readonly item: string;
  readonly subset: string;
  readonly language: string;
  /** Mean length of those of its answers that were changed, in model-free tokens; 0 where none was. */
  readonly length: number;
}

export function readItemFacts({ db }: Store, run: string): ItemFacts[] {
  return db
    .prepare<[string, string], ItemFacts>(
      `WITH answers AS (
         SELECT rp.item, rp.position, min(d.base_tokens) AS tokens
           FROM run_pairs rp JOIN drift d ON d.pair = rp.pair WHERE rp.run = ? GROUP BY rp.item, rp.position),
       lengths AS (SELECT item, avg(tokens) AS length FROM answers GROUP BY item)
       SELECT ri.item, i.subset, ri.language, coalesce(l.length, 0) AS length
         FROM run_items ri JOIN items i ON i.id = ri.item LEFT JOIN lengths l ON l.item = ri.item
        WHERE ri.run = ? ORDER BY ri.item`,
    )
    .all(run, run);
}
