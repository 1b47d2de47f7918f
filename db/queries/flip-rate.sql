-- How often does a change that should not matter turn the order of chosen and rejected?
-- :run run = latest  run id or its beginning
SELECT m.model, e.attribute, e.augmentation, nullif(e.dose, 0) AS dose,
       max(CASE e.metric WHEN 'accuracy-before' THEN e.estimate END) AS accuracy_before,
       max(CASE e.metric WHEN 'accuracy-after' THEN e.estimate END) AS accuracy_after,
       max(CASE e.metric WHEN 'flip-rate' THEN e.estimate END) AS flip_rate,
       max(CASE e.metric WHEN 'net-flip-rate' THEN e.estimate END) AS net_flip_rate,
       max(CASE e.metric WHEN 'attack-success' THEN e.estimate END) AS attack_success,
       max(CASE e.metric WHEN 'net-attack-success' THEN e.estimate END) AS net_attack_success
  FROM run_models m JOIN effects e ON e.run = m.run
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END) AND e.scope IN ('augmentation', 'dose') AND e.stratum_kind = ''
 GROUP BY m.run, e.attribute, e.augmentation, e.dose HAVING flip_rate IS NOT NULL
 ORDER BY flip_rate DESC, m.model;
