-- Every pair of a run with both rewards. `difference` = variant - base, raw; `z` = difference in SDs of the run's ruler.
-- Truncated pairs are here, marked, and left out of all statistics: the changed span may have been cut away. So are pairs
-- whose label readers contradict (suspect). `…_scorer_tokens` is what the scorer read, prompt and template included; the
-- length of the response alone is drift's `base_tokens` and `variant_tokens`.
CREATE VIEW pair_scores AS
WITH rewarded AS (
  SELECT rp.run, rp.pair, rp.item, rp.position, runs.scorer, p.augmentation, p.version, p.dose, p.base, p.variant,
         CASE runs.scale WHEN 'overall' THEN runs.overall_sd ELSE runs.within_sd END AS ruler,
         (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = runs.scorer AND l.text = p.base AND l.head = h.head
           WHERE h.run = runs.id) AS base_score,
         (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = runs.scorer AND l.text = p.variant AND l.head = h.head
           WHERE h.run = runs.id) AS variant_score
    FROM runs JOIN run_pairs rp ON rp.run = runs.id JOIN pairs p ON p.key = rp.pair)
SELECT w.run, w.pair, w.item, i.prompt, i.subset, w.position, r.role, r.style,
       w.augmentation, w.dose, a.attribute, a.expects, a.changes,
       w.base, w.variant,
       w.base_score, w.variant_score, w.variant_score - w.base_score AS difference,
       (w.variant_score - w.base_score) / nullif(w.ruler, 0) AS z,
       max(b.truncated, v.truncated) AS truncated,
       w.pair IN (SELECT pair FROM suspect_pairs) AS suspect,
       b.tokens AS base_scorer_tokens, v.tokens AS variant_scorer_tokens
  FROM rewarded w
  JOIN augmentations a ON a.name = w.augmentation AND a.version = w.version
  JOIN items i ON i.id = w.item
  JOIN responses r ON r.item = w.item AND r.position = w.position
  JOIN scores b ON b.scorer = w.scorer AND b.text = w.base AND b.head = 0
  JOIN scores v ON v.scorer = w.scorer AND v.text = w.variant AND v.head = 0;
