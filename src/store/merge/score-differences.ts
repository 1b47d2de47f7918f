import type { Store } from "../open.js";
import type { MergedScores, ScoreDifference } from "./merged.js";

/** Differences that are shown. */
const LARGEST = 10;

/** What both have scored, with how far apart; the noise floor is the largest that either measured of the scorer's head. */
const SHARED = `
  SELECT s.scorer, s.text, s.head, m.logit AS kept, s.logit AS other, abs(m.logit - s.logit) AS difference,
         coalesce(f.floor, 0) AS allowed, f.floor, m.tokens <> s.tokens OR m.truncated <> s.truncated AS reread
    FROM source.scores s CROSS JOIN main.scores m ON m.scorer = s.scorer AND m.text = s.text AND m.head = s.head
    LEFT JOIN (SELECT scorer, head, max(floor) AS floor
                 FROM (SELECT scorer, head, floor FROM main.noise UNION ALL SELECT scorer, head, floor FROM source.noise)
                GROUP BY scorer, head) f ON f.scorer = s.scorer AND f.head = s.head`;

/**
 * Compares the scores that both databases have: same scorer, text and head. Texts whose scores lie farther apart than the
 * noise floor, or were read as other tokens, are noted in the temporary table `other_scores`.
 */
export function compareScores({ db }: Store): MergedScores {
  db.exec(`CREATE TEMP TABLE other_scores (scorer TEXT, text TEXT, PRIMARY KEY (scorer, text)) WITHOUT ROWID;
           INSERT OR IGNORE INTO temp.other_scores
           SELECT scorer, text FROM (${SHARED}) WHERE difference > allowed OR reread`);
  const counts = db
    .prepare<[], Omit<MergedScores, "largest">>(
      `SELECT count(*) AS shared, count(*) FILTER (WHERE difference > 0 AND difference <= allowed) AS within,
              count(*) FILTER (WHERE difference > allowed) AS beyond, count(*) FILTER (WHERE reread) AS read
         FROM (${SHARED})`,
    )
    .get()!;
  const largest = db.prepare<[number], ScoreDifference>(
    `SELECT d.scorer, c.name, d.text, d.head, d.kept, d.other, d.difference, d.floor
       FROM (${SHARED}) d JOIN main.scorers c ON c.key = d.scorer
      WHERE d.difference > d.allowed ORDER BY d.difference DESC, d.text, d.head LIMIT ?`,
  );
  return { ...counts, largest: counts.beyond === 0 ? [] : largest.all(LARGEST) };
}
