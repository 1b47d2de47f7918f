-- How often does a change that should not matter turn the order of chosen and rejected?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > attribute  attribute of the rubric
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > accuracy_before  accuracy on the answers as they are
-- > accuracy_after  accuracy after the change
-- > flip_rate  share of orders that turn
-- > net_flip_rate  turned for the worse less turned for the better
-- > attack_success  share of right orders that the changed rejected answer overturns
-- > net_attack_success  the same, less what the mirror image overturns
SELECT m.model, e.attribute, e.augmentation, nullif(e.dose, 0) AS dose,
       max(CASE e.metric WHEN 'accuracy-before' THEN e.estimate END) AS accuracy_before,
       max(CASE e.metric WHEN 'accuracy-after' THEN e.estimate END) AS accuracy_after,
       max(CASE e.metric WHEN 'flip-rate' THEN e.estimate END) AS flip_rate,
       max(CASE e.metric WHEN 'net-flip-rate' THEN e.estimate END) AS net_flip_rate,
       max(CASE e.metric WHEN 'attack-success' THEN e.estimate END) AS attack_success,
       max(CASE e.metric WHEN 'net-attack-success' THEN e.estimate END) AS net_attack_success
  FROM run_models m JOIN effects e ON e.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND e.scope IN ('augmentation', 'dose') AND e.stratum_kind = ''
 GROUP BY m.run, e.attribute, e.augmentation, e.dose HAVING flip_rate IS NOT NULL
 ORDER BY flip_rate DESC, m.model;
