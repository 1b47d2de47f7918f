-- The reward of every response of an analysed run: run, item, prompt, role, style, score (the run's weighted sum of logits).
-- `scorer_tokens` is what the scorer read, prompt and template included; the length of the response alone stands in drift.
CREATE VIEW base_scores AS
SELECT run, item, prompt, subset, position, role, style, text, score, scorer_tokens, truncated FROM base_rewards;
