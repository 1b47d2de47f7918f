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
-- Means by item, so that each weighs the same, as in the stored effects.
SELECT m.model, x.augmentation, nullif(x.dose, 0) AS dose, x.pairs, x.length_ratio,
       x.difference / nullif(m.ruler, 0) AS mean_z, x.up AS share_up,
       (SELECT s.estimate FROM effects s JOIN effects e USING (run, attribute, augmentation)
         WHERE s.run = x.run AND s.augmentation = x.augmentation AND s.scope = 'augmentation' AND s.metric = 'slope'
           AND e.scope = 'dose' AND e.metric = 'bias' AND e.dose = x.dose AND e.stratum_kind = '') AS slope_per_doubling
  FROM run_models m JOIN operator_means x ON x.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND x.augmentation = :augmentation
 ORDER BY m.model, x.dose;
