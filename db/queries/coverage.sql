-- How many pairs did each operator give, which share of those it tried, and what stood in the way most often?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > tried  pairs that were tried
-- > valid  pairs that are evidence
-- > share  valid of tried
-- > commonest_reason  what stood in the way most often
-- > so_often  how often it did
WITH counted AS (
  SELECT c.run, c.augmentation, c.dose, c.reason, c.pairs,
         row_number() OVER (PARTITION BY c.run, c.augmentation, c.dose ORDER BY c.reason = '', c.pairs DESC, c.reason) AS place
    FROM run_models m JOIN coverage c ON c.run = m.run
   WHERE c.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL))
SELECT m.model, c.augmentation, nullif(c.dose, 0) AS dose, sum(c.pairs) AS tried,
       sum(CASE c.reason WHEN '' THEN c.pairs ELSE 0 END) AS valid,
       1.0 * sum(CASE c.reason WHEN '' THEN c.pairs ELSE 0 END) / sum(c.pairs) AS share,
       max(CASE WHEN c.place = 1 THEN nullif(c.reason, '') END) AS commonest_reason,
       max(CASE WHEN c.place = 1 AND c.reason <> '' THEN c.pairs END) AS so_often
  FROM counted c JOIN run_models m ON m.run = c.run
 GROUP BY c.run, c.augmentation, c.dose
 ORDER BY m.model, c.run, share, c.augmentation, c.dose;
