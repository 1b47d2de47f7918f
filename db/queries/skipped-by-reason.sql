-- Where did each augmentation not apply, and why?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > reason  why not; (applied): valid pairs
-- > pairs  pairs
SELECT m.model, c.augmentation, nullif(c.dose, 0) AS dose, CASE c.reason WHEN '' THEN '(applied)' ELSE c.reason END AS reason, c.pairs
  FROM run_models m JOIN coverage c ON c.run = m.run
 WHERE c.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY m.model, c.augmentation, c.dose, c.pairs DESC;
