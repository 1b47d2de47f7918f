-- How does the reward answer a growing dose, over the texts seen at every dose, and from which dose on is it too much?
-- :run run = latest  run id or its beginning
-- :augmentation augmentation = any  an augmentation with doses
-- > model  name of the model
-- > attribute  attribute of the rubric
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > length_ratio  tokens of the variant over tokens of the base
-- > z  mean move of the reward, in SDs
-- > lower  lower bound, one-sided at 1 - alpha
-- > upper  upper bound, one-sided at 1 - alpha
-- > fit  monotone curve through the means
-- > exceeding_dose  smallest dose that moves it beyond what is allowed
-- > slope_per_doubling  SDs a doubling of the length
-- > n  texts seen at every dose
-- > prompts  prompts behind it: the clusters of all statistics
-- > reason  why there is no interval; '' where there is one
SELECT m.model, c.attribute, c.augmentation, c.dose, c.length_ratio, c.z, c.lower, c.upper, c.fit,
       (SELECT e.estimate FROM effects e WHERE e.run = c.run AND e.scope = 'augmentation' AND e.attribute = c.attribute
          AND e.augmentation = c.augmentation AND e.stratum_kind = '' AND e.metric = 'exceeding-dose') AS exceeding_dose,
       (SELECT e.estimate FROM effects e WHERE e.run = c.run AND e.scope = 'augmentation' AND e.attribute = c.attribute
          AND e.augmentation = c.augmentation AND e.stratum_kind = '' AND e.metric = 'slope') AS slope_per_doubling,
       c.n, c.clusters AS prompts, c.reason
  FROM run_models m JOIN curve_points c ON c.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND (:augmentation IS NULL OR c.augmentation = :augmentation)
 ORDER BY m.model, c.attribute, c.augmentation, c.dose;
