-- Over a policy's checkpoints, what rises with the reward? r_within: among answers of one checkpoint; r_across: in training.
-- :run run = latest  run id or its beginning
-- :measure measure = any  reward, tokens, "list items", headings, bold, or "logged NAME"
SELECT m.model, c.place, c.checkpoint, c.step, c.measure, c.mean, c.lower, c.upper, c.change, c.change_lower, c.change_upper,
       CASE WHEN c.measure = 'reward' THEN c.change / nullif(m.ruler, 0) END AS change_sd,
       w.correlation AS r_within, a.correlation AS r_across, c.n, c.prompts, c.reason
  FROM run_models m JOIN checkpoint_means c ON c.run = m.run
  LEFT JOIN reward_correlations w ON w.run = c.run AND w.measure = c.measure AND w.level = 'within'
  LEFT JOIN reward_correlations a ON a.run = c.run AND a.measure = c.measure AND a.level = 'across'
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END) AND (:measure IS NULL OR c.measure = :measure)
 ORDER BY m.model, c.measure <> 'reward', c.measure, c.place;
