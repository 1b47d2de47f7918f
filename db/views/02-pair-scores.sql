-- Every pair of an analysed run with both rewards. `difference` = variant - base, raw; `z` = difference in SDs of the run's ruler.
-- Truncated pairs are here, marked, and left out of all statistics: the changed span may have been cut away. So are pairs
-- whose label readers contradict (suspect). `…_scorer_tokens` is what the scorer read, prompt and template included; the
-- length of the response alone is drift's `base_tokens` and `variant_tokens`. (LEFT JOIN: what is not asked for is not read.)
CREATE VIEW pair_scores AS
SELECT c.run, w.pair, w.item, i.prompt, c.subset, w.position, c.role, c.style,
       c.augmentation, c.dose, a.attribute, a.expects, a.changes,
       p.base, p.variant,
       w.base_score, w.variant_score, w.difference,
       w.difference / nullif(CASE r.scale WHEN 'overall' THEN r.overall_sd ELSE r.within_sd END, 0) AS z,
       c.truncated,
       w.pair IN (SELECT pair FROM suspect_pairs) AS suspect,
       b.tokens AS base_scorer_tokens, v.tokens AS variant_scorer_tokens
  FROM pair_cells c JOIN pair_rewards w ON w.cell = c.id
  LEFT JOIN runs r ON r.id = c.run
  LEFT JOIN augmentations a ON a.name = c.augmentation AND a.version = c.version
  LEFT JOIN items i ON i.id = w.item
  LEFT JOIN pairs p ON p.key = w.pair
  LEFT JOIN scores b ON b.scorer = r.scorer AND b.text = p.base AND b.head = 0
  LEFT JOIN scores v ON v.scorer = r.scorer AND v.text = p.variant AND v.head = 0;
