-- The reward of every response that a policy gave in training, with its checkpoint and step: drift over training.
-- `scorer_tokens` is what the scorer read, prompt and template included; `tokens` of `tare query goodhart` and of reports is
-- the response alone, counted alike for every scorer.
CREATE VIEW rollout_scores AS
SELECT b.run, o.checkpoint, o.step, b.item, b.prompt, b.position, b.text, b.score, b.scorer_tokens, b.truncated
  FROM rollouts o JOIN base_scores b ON b.item = o.item;
