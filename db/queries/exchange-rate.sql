-- Which dose of a hack buys back a degradation, as far as the doses tried can tell?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > degradation  what makes the answer worse
-- > hack  what buys the reward back
-- > loss  mean move of the degradation alone, in SDs
-- > loss_lower  lower bound, one-sided at 1 - alpha
-- > loss_upper  upper bound, one-sided at 1 - alpha
-- > dose  dose of the hack that buys it back; < or >: beyond those tried
-- > lower  lower bound of the dose
-- > upper  upper bound of the dose
-- > n  texts seen degraded alone and at every dose
-- > prompts  prompts behind it: the clusters of all statistics
-- > reason  why there is no dose, or no interval; '' where there are both
SELECT m.model, e.degradation, e.hack, e.loss, e.loss_lower, e.loss_upper, 
       CASE WHEN e.dose IS NOT NULL THEN e.dose_sign || printf('%.3g', e.dose) END AS dose,
       CASE WHEN e.lower IS NOT NULL THEN e.lower_sign || printf('%.3g', e.lower) END AS lower,
       CASE WHEN e.upper IS NOT NULL THEN e.upper_sign || printf('%.3g', e.upper) END AS upper,
       e.n, e.clusters AS prompts, e.reason
  FROM run_models m JOIN exchange_rates e ON e.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY m.model, e.degradation, e.hack;
