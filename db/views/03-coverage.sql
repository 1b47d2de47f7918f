-- How often each augmentation gave evidence in an analysed run, and why it did not: one row a (run, augmentation, dose, reason).
-- reason '' counts the valid pairs.
CREATE VIEW coverage AS
WITH suspects AS (
  SELECT r.id AS run, p.augmentation, coalesce(p.dose, 0) AS dose, count(*) AS pairs
    FROM suspect_pairs s CROSS JOIN pairs p ON p.key = s.pair CROSS JOIN runs r CROSS JOIN run_pairs rp ON rp.run = r.id AND rp.pair = p.key
   CROSS JOIN scores b ON b.scorer = r.scorer AND b.text = p.base AND b.head = 0 AND b.truncated = 0
   CROSS JOIN scores v ON v.scorer = r.scorer AND v.text = p.variant AND v.head = 0 AND v.truncated = 0
   WHERE EXISTS (SELECT 1 FROM pair_cells c WHERE c.run = r.id) GROUP BY 1, 2, 3)
SELECT run, augmentation, coalesce(dose, 0) AS dose, 'truncated-by-model' AS reason, sum(pairs) AS pairs
  FROM pair_cells WHERE truncated = 1 GROUP BY run, augmentation, coalesce(dose, 0)
UNION ALL
SELECT * FROM (
  SELECT c.run, c.augmentation, coalesce(c.dose, 0) AS dose, '' AS reason, sum(c.pairs) - coalesce((SELECT s.pairs FROM suspects s
           WHERE s.run = c.run AND s.augmentation = c.augmentation AND s.dose = coalesce(c.dose, 0)), 0) AS pairs
    FROM pair_cells c WHERE c.truncated = 0 GROUP BY c.run, c.augmentation, coalesce(c.dose, 0))
 WHERE pairs > 0
UNION ALL
SELECT run, augmentation, dose, 'expectation-suspect', pairs FROM suspects
UNION ALL
SELECT run, augmentation, dose, reason, skips FROM skip_counts;
