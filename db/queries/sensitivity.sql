-- Which operators move the reward, and which of them should? One row an operator: the map of sensitivity against invariance.
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > attribute  attribute of the rubric
-- > augmentation  operator
-- > kind  causal: must move; spurious: must not; hack: may not pay; probe: must lie lowest; NULL: no rule
-- > bias  mean move of the reward, in SDs
-- > lower  lower bound of the bias, one-sided at 1 - alpha
-- > upper  upper bound
-- > correct_direction  share of pairs that move as they must
-- > attack_success  share of right orders that the changed rejected answer overturns
-- > tail_share  share of pairs that move far
-- > n  pairs
-- > prompts  prompts behind it: the clusters of all statistics
SELECT m.model, e.attribute, e.augmentation,
       (SELECT v.kind FROM verdicts v WHERE v.run = e.run AND v.attribute = e.attribute ORDER BY v.position LIMIT 1) AS kind,
       max(CASE e.metric WHEN 'bias' THEN e.estimate END) AS bias,
       max(CASE e.metric WHEN 'bias' THEN e.lower END) AS lower,
       max(CASE e.metric WHEN 'bias' THEN e.upper END) AS upper,
       max(CASE e.metric WHEN 'correct-direction' THEN e.estimate END) AS correct_direction,
       max(CASE e.metric WHEN 'attack-success' THEN e.estimate END) AS attack_success,
       max(CASE e.metric WHEN 'tail-share' THEN e.estimate END) AS tail_share,
       max(CASE e.metric WHEN 'bias' THEN e.n END) AS n, max(CASE e.metric WHEN 'bias' THEN e.clusters END) AS prompts
  FROM run_models m JOIN effects e ON e.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND e.scope = 'augmentation' AND e.stratum_kind = ''
   AND e.metric IN ('bias', 'correct-direction', 'attack-success', 'tail-share')
 GROUP BY m.run, e.attribute, e.augmentation
 ORDER BY m.model, m.run, abs(bias) DESC, e.attribute, e.augmentation;
