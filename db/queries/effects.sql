-- What did each augmentation do to the reward?
-- :run run = latest  run id or its beginning
-- :metric metric = any  one metric, e.g. bias, correct-direction, attack-success
-- > model  name of the model
-- > attribute  attribute of the rubric
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > metric  what is measured, as in the rubric
-- > estimate  the value measured
-- > lower  lower bound, one-sided at 1 - alpha
-- > upper  upper bound, one-sided at 1 - alpha
-- > p  p-value of no effect, two-sided (sign-flip: one-sided)
-- > q  Benjamini-Hochberg over every p of the run
-- > n  pairs, or comparisons where an order is measured
-- > prompts  prompts behind it: the clusters of all statistics
-- > ties  pairs within twice the noise floor
-- > method  how the interval was made
-- > reason  why there is no interval; '' where there is one
SELECT m.model, e.attribute, e.augmentation, nullif(e.dose, 0) AS dose, e.metric, e.estimate, e.lower, e.upper, e.p, e.q, e.n, e.clusters AS prompts,
       e.ties, e.method, e.reason
  FROM run_models m JOIN effects e ON e.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND e.stratum_kind = '' AND (:metric IS NULL OR e.metric = :metric)
 ORDER BY m.model, e.attribute, e.augmentation, e.dose, e.metric;
