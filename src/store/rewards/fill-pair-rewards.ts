import type Database from "better-sqlite3";
import { rewardSql } from "./reward-sql.js";

/** All that belongs to the pairs of a run; called by fillRewards, in its transaction. */
export function fillPairRewards(db: Database.Database, run: string, tolerance: number): void {
  db.function("member_of_cell", { deterministic: true }, memberOfCell);
  collect(db, run);
  db.prepare(
    `INSERT INTO pair_cells (run, augmentation, version, dose, role, style, subset, truncated, pairs, difference, members, broken)
     SELECT ?, w.augmentation, w.version, w.dose, w.role, w.style, w.subset, w.truncated, count(*), sum(w.difference), sum(w.member),
            sum(w.changes <> 'prompt' AND CASE w.expects WHEN 'higher' THEN -w.difference WHEN 'same' THEN abs(w.difference)
                ELSE w.difference END > ?)
       FROM temp.rewarded w GROUP BY w.augmentation, w.version, w.dose, w.role, w.style, w.subset, w.truncated`,
  ).run(run, tolerance);
  // In the order of the key: pages are filled to the brim.
  db.prepare(
    `INSERT INTO pair_rewards (cell, difference, pair, item, position, base_score, variant_score, off)
     SELECT c.id, w.difference, w.pair, w.item, w.position, w.base_score, w.variant_score,
            CASE w.changes WHEN 'prompt' THEN w.difference - o.mean END
       FROM temp.rewarded w CROSS JOIN pair_cells c ON c.run = ? AND c.augmentation = w.augmentation AND c.dose IS w.dose
        AND c.version = w.version AND c.role = w.role AND c.style = w.style AND c.subset = w.subset AND c.truncated = w.truncated
       LEFT JOIN temp.own_means o ON o.item = w.item AND o.augmentation = w.augmentation AND o.dose IS w.dose
      ORDER BY 1, 2, 3, 4, 5`,
  ).run(run);
  db.prepare(MEANS).run({ run, tolerance });
  db.exec("DROP TABLE temp.rewarded; DROP TABLE temp.own_means");
}

/** A number of 40 bits, so that a million of them can be summed: with it two sets of pairs are told apart by their sums. */
function memberOfCell(pair: unknown, item: unknown, position: unknown): number {
  const number = Number.parseInt(String(pair).slice(0, 10), 16);
  const place = Number.parseInt(String(item).slice(0, 10), 16) * (1 + Number(position));
  return (number + place) % 1_099_511_627_776;
}

/** The pairs with both rewards, and of changes of the prompt each item's mean shift at a dose. */
function collect(db: Database.Database, run: string): void {
  const sql = rewardSql(db, run);
  db.exec("DROP TABLE IF EXISTS temp.rewarded; DROP TABLE IF EXISTS temp.own_means");
  db.prepare(
    `CREATE TEMP TABLE rewarded AS
     SELECT *, variant_score - base_score AS difference,
            truncated = 0 AND pair NOT IN (SELECT pair FROM suspect_pairs) AS counts FROM (
     SELECT rp.pair, rp.item, rp.position, p.augmentation, p.version, p.dose, a.role, a.style, i.subset, o.expects, o.changes,
            max(b.truncated, v.truncated) AS truncated, ${sql.of("p.base", "b")} AS base_score, ${sql.of("p.variant", "v")} AS variant_score,
            member_of_cell(rp.pair, rp.item, rp.position) AS member
       FROM runs r ${sql.head} CROSS JOIN run_pairs rp ON rp.run = r.id CROSS JOIN pairs p ON p.key = rp.pair
      CROSS JOIN augmentations o ON o.name = p.augmentation AND o.version = p.version
      CROSS JOIN items i ON i.id = rp.item CROSS JOIN responses a ON a.item = rp.item AND a.position = rp.position
      CROSS JOIN scores b ON b.scorer = r.scorer AND b.text = p.base AND b.head = ${sql.at}
      CROSS JOIN scores v ON v.scorer = r.scorer AND v.text = p.variant AND v.head = ${sql.at}
      WHERE r.id = ?)`,
  ).run(run);
  db.exec(
    `CREATE INDEX temp.rewarded_by_item ON rewarded (augmentation, dose, item);
     CREATE TEMP TABLE own_means AS
     SELECT augmentation, dose, item, avg(difference) AS mean FROM temp.rewarded
      WHERE changes = 'prompt' AND counts GROUP BY augmentation, dose, item;
     CREATE INDEX temp.own_means_by_item ON own_means (item, augmentation, dose)`,
  );
}

const MEANS = `
  WITH own AS (
    SELECT w.augmentation, w.dose, w.item, count(*) AS pairs, avg(d.variant_tokens * 1.0 / d.base_tokens) AS ratio,
           avg(w.difference) AS difference, avg(w.difference > @tolerance) AS up
      FROM temp.rewarded w LEFT JOIN drift d ON d.pair = w.pair WHERE w.counts GROUP BY w.augmentation, w.dose, w.item),
  means AS (
    SELECT augmentation, dose, sum(pairs) AS pairs, avg(ratio) AS ratio, avg(difference) AS difference, avg(up) AS up
      FROM own GROUP BY augmentation, dose),
  ordered AS (
    SELECT x.augmentation, x.dose, count(*) AS comparisons, sum(x.base_score > y.base_score) AS before,
           sum(x.variant_score > y.variant_score) AS after
      FROM temp.rewarded x CROSS JOIN temp.rewarded y ON y.augmentation = x.augmentation AND y.dose IS x.dose AND y.item = x.item
     WHERE x.role = 'chosen' AND y.role = 'rejected' AND x.counts AND y.counts AND x.changes <> 'pairing' AND y.style = x.style
     GROUP BY x.augmentation, x.dose)
  INSERT INTO operator_means (run, augmentation, dose, pairs, length_ratio, difference, up, comparisons, right_before, right_after)
  SELECT @run, m.augmentation, coalesce(m.dose, 0), m.pairs, m.ratio, m.difference, m.up, coalesce(o.comparisons, 0),
         coalesce(o.before, 0), coalesce(o.after, 0)
    FROM means m LEFT JOIN ordered o ON o.augmentation = m.augmentation AND o.dose IS m.dose`;
