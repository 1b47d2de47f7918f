-- What is left of each effect once what else changed (length, lists, numbers…) is held at zero? Disagreements come first.
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > attribute  attribute of the rubric
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > metric  what is measured, as in the rubric
-- > estimate  the effect as it is, in SDs
-- > lower  lower bound, one-sided at 1 - alpha
-- > upper  upper bound, one-sided at 1 - alpha
-- > adjusted  the effect with the covariates held at zero
-- > adjusted_lower  lower bound, one-sided at 1 - alpha
-- > adjusted_upper  upper bound, one-sided at 1 - alpha
-- > disagrees  1: the two intervals have no point in common
-- > adjusted_for  covariates held at zero
-- > adjusted_reason  why it cannot be told; '' where it can
SELECT m.model, e.attribute, e.augmentation, nullif(e.dose, 0) AS dose, e.metric, e.estimate, e.lower, e.upper,
       e.adjusted, e.adjusted_lower, e.adjusted_upper, e.disagrees, e.adjusted_for, e.adjusted_reason
  FROM run_models m JOIN effects e ON e.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND e.stratum_kind = '' AND e.metric = 'bias'
   AND (e.adjusted IS NOT NULL OR e.adjusted_reason <> '')
 ORDER BY coalesce(e.disagrees, 0) DESC, m.model, e.attribute, e.augmentation, e.dose;
