-- Every pair of a run with both rewards. `difference` = variant - base, raw; `z` = difference in SDs of the run's ruler.
-- Truncated pairs are here, marked, and left out of all statistics: the changed span may have been cut away.
CREATE VIEW pair_scores AS
SELECT rp.run, rp.pair, rp.item, i.prompt, i.subset, rp.position, r.role, r.style,
       p.augmentation, p.dose, a.attribute, a.expects,
       p.base, p.variant,
       b.logit AS base_score, v.logit AS variant_score, v.logit - b.logit AS difference,
       (v.logit - b.logit) / nullif(CASE runs.scale WHEN 'overall' THEN runs.overall_sd ELSE runs.within_sd END, 0) AS z,
       max(b.truncated, v.truncated) AS truncated,
       b.tokens AS base_tokens, v.tokens AS variant_tokens
  FROM runs
  JOIN run_pairs rp ON rp.run = runs.id
  JOIN pairs p ON p.key = rp.pair
  JOIN augmentations a ON a.name = p.augmentation AND a.version = p.version
  JOIN items i ON i.id = rp.item
  JOIN responses r ON r.item = rp.item AND r.position = rp.position
  JOIN scores b ON b.scorer = runs.scorer AND b.text = p.base AND b.head = runs.head
  JOIN scores v ON v.scorer = runs.scorer AND v.text = p.variant AND v.head = runs.head;
