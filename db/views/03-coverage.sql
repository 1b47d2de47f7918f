-- How often each augmentation gave evidence in a run, and why it did not: one row a (run, augmentation, dose, reason).
-- reason '' counts the valid pairs.
CREATE VIEW coverage AS
SELECT run, augmentation, coalesce(dose, 0) AS dose,
       CASE WHEN truncated THEN 'truncated-by-model' WHEN suspect THEN 'expectation-suspect' ELSE '' END AS reason,
       count(*) AS pairs
  FROM pair_scores GROUP BY run, augmentation, coalesce(dose, 0), truncated, suspect
UNION ALL
SELECT run, augmentation, dose, reason, count(*) FROM skips GROUP BY run, augmentation, dose, reason;
