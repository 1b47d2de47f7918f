-- On which parts of the data is the reward moved otherwise than on all of it? The farthest off first, in SDs.
-- :run run = latest  run id or its beginning
-- :limit number = 20  how many rows
-- > model  name of the model
-- > attribute  attribute of the rubric
-- > augmentation  operator
-- > kind  kind of part: side, subset, language, length
-- > value  which part
-- > estimate  mean move on this part, in SDs
-- > lower  lower bound, one-sided at 1 - alpha
-- > upper  upper bound, one-sided at 1 - alpha
-- > on_all  mean move on all data
-- > difference  the first less the second
-- > n  pairs, or comparisons where an order is measured
-- > prompts  prompts behind it: the clusters of all statistics
SELECT m.model, e.attribute, e.augmentation, e.stratum_kind AS kind, e.stratum_value AS value, e.estimate, e.lower, e.upper,
       w.estimate AS on_all, e.estimate - w.estimate AS difference, e.n, e.clusters AS prompts
  FROM run_models m JOIN effects e ON e.run = m.run
  JOIN effects w ON w.run = e.run AND w.scope = e.scope AND w.attribute = e.attribute AND w.augmentation = e.augmentation
   AND w.dose = e.dose AND w.stratum_kind = '' AND w.metric = e.metric
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND e.scope = 'augmentation' AND e.stratum_kind <> ''
   AND e.metric = 'bias' AND e.lower IS NOT NULL AND e.upper IS NOT NULL
 ORDER BY abs(e.estimate - w.estimate) DESC, m.model, e.augmentation, e.stratum_kind, e.stratum_value LIMIT :limit;
