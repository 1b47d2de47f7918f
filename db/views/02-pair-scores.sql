-- Every pair of an analysed run with both rewards. `difference` = variant - base, raw; `z` = difference in SDs of the run's ruler.
-- Truncated pairs are here, marked, and left out of all statistics: the changed span may have been cut away. So are pairs
-- whose label readers contradict (suspect). `…_scorer_tokens` is what the scorer read, prompt and template included; the
-- length of the response alone is drift's `base_tokens` and `variant_tokens`. (What is looked up for each pair
-- stands in a query of its own: SQLite asks it only where the column is asked for.)
CREATE VIEW pair_scores AS
SELECT c.run, w.pair, w.item, (SELECT i.prompt FROM items i WHERE i.id = w.item) AS prompt, c.subset, w.position, c.role, c.style,
       c.augmentation, c.dose, a.attribute, a.expects, a.changes,
       (SELECT p.base FROM pairs p WHERE p.key = w.pair) AS base, (SELECT p.variant FROM pairs p WHERE p.key = w.pair) AS variant,
       w.base_score, w.variant_score, w.difference,
       w.difference / nullif(CASE r.scale WHEN 'overall' THEN r.overall_sd ELSE r.within_sd END, 0) AS z,
       c.truncated,
       w.pair IN (SELECT pair FROM suspect_pairs) AS suspect,
       (SELECT s.tokens FROM pairs p JOIN scores s ON s.scorer = r.scorer AND s.text = p.base AND s.head = 0
         WHERE p.key = w.pair) AS base_scorer_tokens,
       (SELECT s.tokens FROM pairs p JOIN scores s ON s.scorer = r.scorer AND s.text = p.variant AND s.head = 0
         WHERE p.key = w.pair) AS variant_scorer_tokens
  FROM pair_cells c JOIN runs r ON r.id = c.run
  JOIN augmentations a ON a.name = c.augmentation AND a.version = c.version
 CROSS JOIN pair_rewards w ON w.cell = c.id;
