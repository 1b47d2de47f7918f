-- How does the reward grow with the dose, and with length in tokens?
-- :run run = latest  run id or its beginning
-- :augmentation augmentation = length-padding  an augmentation with doses
-- Means by item, so that each weighs the same, as in the stored effects.
SELECT m.model, x.augmentation, nullif(x.dose, 0) AS dose, x.pairs, x.length_ratio,
       x.difference / nullif(m.ruler, 0) AS mean_z, x.up AS share_up,
       (SELECT s.estimate FROM effects s JOIN effects e USING (run, attribute, augmentation)
         WHERE s.run = x.run AND s.augmentation = x.augmentation AND s.scope = 'augmentation' AND s.metric = 'slope'
           AND e.scope = 'dose' AND e.metric = 'bias' AND e.dose = x.dose AND e.stratum_kind = '') AS slope_per_doubling
  FROM run_models m JOIN operator_means x ON x.run = m.run
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END) AND x.augmentation = :augmentation
 ORDER BY m.model, x.dose;
