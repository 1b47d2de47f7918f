import type { Store } from "../open.js";
import type { PairPlaceInOrder } from "./merge-cells.js";
import type { PairRow } from "./pair-page.js";

type Stored = Omit<PairRow, "truncated" | "suspect" | "broken"> &
  Record<"truncated" | "suspect" | "broken", number>;

/** What a page shows of pairs, in the order in which their places are given. */
export function completeRows({ db }: Store, places: readonly PairPlaceInOrder[]): PairRow[] {
  const read = db.prepare<[number, number, string, string, number], Stored>(
    `SELECT w.pair, w.item, w.position, c.role, c.style, c.subset, c.augmentation, c.dose, a.attribute, a.expects, a.changes,
            w.base_score AS baseScore, w.variant_score AS variantScore, w.difference,
            w.difference / nullif(m.ruler, 0) AS z, c.truncated,
            coalesce((SELECT 2 * sum(j.as_expected) <= count(*) FROM judged_pairs j WHERE j.pair = w.pair HAVING count(*) > 0), 0) AS suspect,
            a.changes <> 'prompt' AND CASE a.expects WHEN 'higher' THEN -w.difference WHEN 'same' THEN abs(w.difference)
              ELSE w.difference END > 2 * coalesce(m.noise_floor, 0) AS broken,
            substr(q.text, 1, 200) AS prompt
       FROM pair_rewards w JOIN pair_cells c ON c.id = w.cell JOIN run_models m ON m.run = c.run
       JOIN augmentations a ON a.name = c.augmentation AND a.version = c.version
       JOIN items i ON i.id = w.item JOIN prompts q ON q.key = i.prompt
      WHERE w.cell = ? AND w.difference = ? AND w.pair = ? AND w.item = ? AND w.position = ?`,
  );
  return places.map(({ cell, difference, pair, item, position }) => {
    const row = read.get(cell, difference, pair, item, position)!;
    return { ...row, truncated: row.truncated === 1, suspect: row.suspect === 1, broken: row.broken === 1 };
  });
}
