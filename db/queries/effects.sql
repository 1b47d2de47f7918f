-- What did each augmentation do to the reward?
-- :run run = latest  run id or its beginning
-- :metric metric = any  one metric, e.g. bias, correct-direction, attack-success
SELECT m.model, e.attribute, e.augmentation, nullif(e.dose, 0) AS dose, e.metric, e.estimate, e.lower, e.upper, e.p, e.q, e.n, e.clusters AS prompts,
       e.ties, e.method, e.reason
  FROM run_models m JOIN effects e ON e.run = m.run
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END) AND e.stratum_kind = '' AND (:metric IS NULL OR e.metric = :metric)
 ORDER BY m.model, e.attribute, e.augmentation, e.dose, e.metric;
