import type { Store } from "../open.js";

/**
 * Items that are new here (temporary table `new_items`). The rows below an item are taken with it or not at all: the order
 * of its answers is that of the file it was first read from, and what is said of an answer is said of its position.
 */
export function noteNewItems({ db }: Store): void {
  db.exec(`CREATE TEMP TABLE new_items (item TEXT PRIMARY KEY) WITHOUT ROWID;
           INSERT INTO temp.new_items SELECT id FROM source.items EXCEPT SELECT id FROM main.items`);
}

/** An answer by what it is; two that are the same in all of this may stand for each other. */
const ranked = (schema: string) => `
  SELECT r.item, r.position, r.role, r.style, r.text, ${rewards(schema)} AS rewards,
         row_number() OVER (PARTITION BY r.item, r.role, r.style, r.text, ${rewards(schema)} ORDER BY r.position) AS rank
    FROM ${schema}.responses r WHERE r.item IN (SELECT item FROM temp.other_order)`;

const rewards = (schema: string) => `
  (SELECT group_concat(l.name || '=' || format('%!.17g', l.reward), ' ' ORDER BY l.name) FROM ${schema}.logged_rewards l
    WHERE l.item = r.item AND l.position = r.position)`;

/**
 * Where both databases hold an item with its answers in another order: the position here of each answer there (temporary
 * table `moved`).
 */
export function matchResponses({ db }: Store): void {
  db.exec(`CREATE TEMP TABLE other_order (item TEXT PRIMARY KEY) WITHOUT ROWID;
           INSERT OR IGNORE INTO temp.other_order
           SELECT s.item FROM source.responses s JOIN main.responses m ON m.item = s.item AND m.position = s.position
            WHERE (m.role, m.style, m.text) <> (s.role, s.style, s.text)
            UNION SELECT s.item FROM source.logged_rewards s LEFT JOIN main.logged_rewards m
               ON m.item = s.item AND m.position = s.position AND m.name = s.name WHERE m.reward IS NOT s.reward;
           CREATE TEMP TABLE moved (item TEXT, there INTEGER, here INTEGER NOT NULL, PRIMARY KEY (item, there)) WITHOUT ROWID;
           INSERT INTO temp.moved
           SELECT s.item, s.position, m.position FROM (${ranked("source")}) s
             LEFT JOIN (${ranked("main")}) m ON (m.item, m.role, m.style, m.text, m.rank) = (s.item, s.role, s.style, s.text, s.rank)
                                            AND m.rewards IS s.rewards`);
}

/** The position here of an answer at `s.position` of `s.item` there. */
export const POSITION_HERE =
  "coalesce((SELECT here FROM temp.moved v WHERE v.item = s.item AND v.there = s.position), s.position)";
