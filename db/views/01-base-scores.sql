-- The reward of every response of a run: run, item, prompt, role, style, score (the run's weighted sum of logits).
-- `scorer_tokens` is what the scorer read, prompt and template included; the length of the response alone stands in drift.
CREATE VIEW base_scores AS
SELECT ri.run, ri.item, i.prompt, i.subset, r.position, r.role, r.style, r.text,
       (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = runs.scorer AND l.text = r.text AND l.head = h.head
         WHERE h.run = runs.id) AS score,
       s.tokens AS scorer_tokens, s.truncated
  FROM runs
  JOIN run_items ri ON ri.run = runs.id
  JOIN items i ON i.id = ri.item
  JOIN responses r ON r.item = i.id
  JOIN scores s ON s.scorer = runs.scorer AND s.text = r.text AND s.head = 0;
