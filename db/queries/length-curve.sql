-- How does the reward grow with the dose, and with length in tokens?
-- :run run = latest  run id or its beginning
-- :augmentation augmentation = length-padding  an augmentation with doses
-- > model  name of the model
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > pairs  pairs
-- > length_ratio  tokens of the variant over tokens of the base
-- > mean_z  mean move of the reward in SDs, each item with the same weight
-- > share_up  share of pairs that rise beyond twice the noise floor
-- > slope_per_doubling  SDs a doubling of the length
WITH moved AS (  -- by item, so that each weighs the same, as in the stored effects
  SELECT p.run, p.augmentation, p.dose, count(*) AS pairs, avg(d.variant_tokens * 1.0 / d.base_tokens) AS ratio,
         avg(p.z) AS z, avg(p.difference > 2 * m.noise_floor) AS up
    FROM run_models m JOIN pair_scores p ON p.run = m.run JOIN drift d ON d.pair = p.pair
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND p.augmentation = :augmentation AND p.truncated = 0 AND p.suspect = 0
   GROUP BY p.run, p.dose, p.item)
SELECT m.model, x.augmentation, x.dose, sum(x.pairs) AS pairs, avg(x.ratio) AS length_ratio,
       avg(x.z) AS mean_z, avg(x.up) AS share_up,
       (SELECT s.estimate FROM effects s JOIN effects e USING (run, attribute, augmentation)
         WHERE s.run = x.run AND s.augmentation = x.augmentation AND s.scope = 'augmentation' AND s.metric = 'slope'
           AND e.scope = 'dose' AND e.metric = 'bias' AND e.dose = x.dose AND e.stratum_kind = '') AS slope_per_doubling
  FROM moved x JOIN run_models m ON m.run = x.run
 GROUP BY x.run, x.dose
 ORDER BY m.model, x.dose;
