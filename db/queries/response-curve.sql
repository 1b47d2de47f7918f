-- How does the reward answer a growing dose, over the texts seen at every dose, and from which dose on is it too much?
-- :run run = latest  run id or its beginning
-- :augmentation augmentation = any  an augmentation with doses
SELECT m.model, c.attribute, c.augmentation, c.dose, c.length_ratio, c.z, c.lower, c.upper, c.fit,
       (SELECT e.estimate FROM effects e WHERE e.run = c.run AND e.scope = 'augmentation' AND e.attribute = c.attribute
          AND e.augmentation = c.augmentation AND e.stratum_kind = '' AND e.metric = 'exceeding-dose') AS exceeding_dose,
       (SELECT e.estimate FROM effects e WHERE e.run = c.run AND e.scope = 'augmentation' AND e.attribute = c.attribute
          AND e.augmentation = c.augmentation AND e.stratum_kind = '' AND e.metric = 'slope') AS slope_per_doubling,
       c.n, c.clusters AS prompts, c.reason
  FROM run_models m JOIN curve_points c ON c.run = m.run
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END) AND (:augmentation IS NULL OR c.augmentation = :augmentation)
 ORDER BY m.model, c.attribute, c.augmentation, c.dose;
