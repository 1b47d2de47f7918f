-- The reward of every response that a policy gave in training, with its checkpoint and step: drift over training.
CREATE VIEW rollout_scores AS
SELECT b.run, o.checkpoint, o.step, b.item, b.prompt, b.position, b.text, b.score, b.tokens, b.truncated
  FROM rollouts o JOIN base_scores b ON b.item = o.item;
