import type Database from "better-sqlite3";

/** What a run's pairs changed beside their target, and why others did not come about, added up; called by fillRewards. */
export function fillCounts(db: Database.Database, run: string): void {
  db.prepare(
    `INSERT INTO operator_drift (run, augmentation, dose, pairs, length_ratio, tokens, sentences, list_items, headings, bold,
                                 code_spans, numbers, register_markers, similarity)
     SELECT run, augmentation, coalesce(dose, 0), count(*), exp(avg(ln(length_ratio))), avg(tokens), avg(sentences), avg(list_items),
            avg(headings), avg(bold), avg(code_spans), avg(numbers), avg(register_markers), avg(similarity)
       FROM pair_drift WHERE run = ? GROUP BY augmentation, coalesce(dose, 0)`,
  ).run(run);
  db.prepare(
    `INSERT INTO skip_counts (run, augmentation, dose, reason, skips)
     SELECT run, augmentation, dose, reason, count(*) FROM skips WHERE run = ? GROUP BY augmentation, dose, reason`,
  ).run(run);
}
