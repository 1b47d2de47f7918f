-- Over a policy's checkpoints, what rises with the reward? r_within: among answers of one checkpoint; r_across: in training.
-- :run run = latest  run id or its beginning
-- :measure measure = any  reward, tokens, "list items", headings, bold, or "logged NAME"
-- > model  name of the model
-- > place  place of the checkpoint in training
-- > checkpoint  its name in the log
-- > step  its training step
-- > measure  reward (raw), tokens, list items, headings, bold, or logged NAME
-- > mean  mean over prompts
-- > lower  lower bound, one-sided at 1 - alpha
-- > upper  upper bound, one-sided at 1 - alpha
-- > change  change since the first checkpoint, under the same prompts
-- > change_lower  lower bound, one-sided at 1 - alpha
-- > change_upper  upper bound, one-sided at 1 - alpha
-- > change_sd  change of the reward in SDs
-- > r_within  correlation with the reward among answers of one checkpoint
-- > r_across  correlation with the reward over checkpoints
-- > n  answers
-- > prompts  prompts
-- > reason  why a bound is missing; '' where none is
SELECT m.model, c.place, c.checkpoint, c.step, c.measure, c.mean, c.lower, c.upper, c.change, c.change_lower, c.change_upper,
       CASE WHEN c.measure = 'reward' THEN c.change / nullif(m.ruler, 0) END AS change_sd,
       w.correlation AS r_within, a.correlation AS r_across, c.n, c.prompts, c.reason
  FROM run_models m JOIN checkpoint_means c ON c.run = m.run
  LEFT JOIN reward_correlations w ON w.run = c.run AND w.measure = c.measure AND w.level = 'within'
  LEFT JOIN reward_correlations a ON a.run = c.run AND a.measure = c.measure AND a.level = 'across'
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND (:measure IS NULL OR c.measure = :measure)
 ORDER BY m.model, c.measure <> 'reward', c.measure, c.place;
