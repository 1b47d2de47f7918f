-- How does the reward grow with the dose, and with length in tokens?
-- :run run = latest  run id or its beginning
-- :augmentation augmentation = length-padding  an augmentation with doses
SELECT m.model, p.augmentation, p.dose, count(*) AS pairs, avg(d.variant_tokens * 1.0 / d.base_tokens) AS length_ratio,
       avg(p.z) AS mean_z, avg(p.difference > 2 * m.noise_floor) AS share_up, max(s.estimate) AS slope_per_doubling
  FROM run_models m JOIN pair_scores p ON p.run = m.run JOIN drift d ON d.pair = p.pair
  LEFT JOIN effects s ON s.run = m.run AND s.augmentation = p.augmentation AND s.scope = 'augmentation' AND s.metric = 'slope'
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END) AND p.augmentation = :augmentation AND p.truncated = 0
 GROUP BY m.run, p.dose
 ORDER BY m.model, p.dose;
