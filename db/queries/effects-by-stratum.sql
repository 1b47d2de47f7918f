-- What did each augmentation do on each part of the data: on chosen and rejected answers, by subset, language and length?
-- :run run = latest  run id or its beginning
-- :metric metric = bias  one metric, e.g. bias, correct-direction, net-flip-rate
-- :kind stratum = any  how the data are divided: side, subset, language or length
-- :augmentation augmentation = any  one augmentation
-- > model  name of the model
-- > attribute  attribute of the rubric
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > kind  kind of part: side, subset, language, length
-- > value  which part
-- > metric  what is measured, as in the rubric
-- > estimate  the value measured
-- > lower  lower bound, one-sided at 1 - alpha
-- > upper  upper bound, one-sided at 1 - alpha
-- > p_adjusted  Holm within this metric, scope and kind of part
-- > q  Benjamini-Hochberg over every p of the run
-- > n  pairs, or comparisons where an order is measured
-- > prompts  prompts behind it: the clusters of all statistics
-- > skipped  pairs that came to nothing
-- > reason  why there is no interval; '' where there is one
SELECT m.model, e.attribute, e.augmentation, nullif(e.dose, 0) AS dose, e.stratum_kind AS kind, e.stratum_value AS value,
       e.metric, e.estimate, e.lower, e.upper, e.p_adjusted, e.q, e.n, e.clusters AS prompts, e.skipped, e.reason
  FROM run_models m JOIN effects e ON e.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND e.stratum_kind <> '' AND e.metric = :metric
   AND (:kind IS NULL OR e.stratum_kind = :kind) AND (:augmentation IS NULL OR e.augmentation = :augmentation)
   AND e.scope IN ('augmentation', 'ranking')
 ORDER BY m.model, e.attribute, e.augmentation, e.stratum_kind, e.stratum_value;
