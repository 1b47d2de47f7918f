-- Which pairs of an augmentation broke its expectation most? Of a change of the prompt: most off the item's mean shift.
-- :augmentation augmentation  name of the augmentation
-- :run run = latest  run id or its beginning
-- :limit number = 10  how many pairs a model
-- > model  name of the model
-- > expects  what the reward should do: same, lower, higher, not-higher
-- > dose  dose of the operator; NULL: it has none, or all together
-- > z  move of the reward, variant less base, in SDs
-- > base_score  reward of the base, raw
-- > variant_score  reward of the variant, raw
-- > role  chosen, rejected or response
-- > base  the answer as it was
-- > variant  the answer as it was changed
-- > prompt  the last message of the prompt
-- > variant_prompt  the prompt as it was changed; NULL where it was not
-- > pair  key of the pair
-- > item  item id
-- > subset  part of the data; '' where it has none
-- The worst of each cell stand at an end of its index, or, where either direction is wrong, at both; then the worst of these.
WITH asked AS (
  SELECT m.model, m.run, m.ruler, c.id AS cell, c.dose, c.role, c.subset, a.expects, a.changes
    FROM run_models m JOIN pair_cells c ON c.run = m.run AND c.augmentation = :augmentation AND c.truncated = 0
    JOIN augmentations a ON a.name = c.augmentation AND a.version = c.version
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)),
ends AS (
  SELECT s.*, w.pair, w.item, w.position, w.difference, w.base_score, w.variant_score, w.off
    FROM asked s CROSS JOIN pair_rewards w ON w.cell = s.cell AND s.changes <> 'prompt' AND s.expects <> 'higher'
     AND (w.difference, w.pair, w.item, w.position) IN (
           SELECT x.difference, x.pair, x.item, x.position FROM pair_rewards x
            WHERE x.cell = s.cell AND x.pair NOT IN (SELECT pair FROM suspect_pairs) ORDER BY x.difference DESC, x.pair LIMIT :limit)
   UNION
  SELECT s.*, w.pair, w.item, w.position, w.difference, w.base_score, w.variant_score, w.off
    FROM asked s CROSS JOIN pair_rewards w ON w.cell = s.cell AND s.changes <> 'prompt' AND s.expects IN ('higher', 'same')
     AND (w.difference, w.pair, w.item, w.position) IN (
           SELECT x.difference, x.pair, x.item, x.position FROM pair_rewards x
            WHERE x.cell = s.cell AND x.pair NOT IN (SELECT pair FROM suspect_pairs) ORDER BY x.difference, x.pair LIMIT :limit)
   UNION
  SELECT s.*, w.pair, w.item, w.position, w.difference, w.base_score, w.variant_score, w.off
    FROM asked s CROSS JOIN pair_rewards w ON w.cell = s.cell AND s.changes = 'prompt'
     AND (w.difference, w.pair, w.item, w.position) IN (
           SELECT x.difference, x.pair, x.item, x.position FROM pair_rewards x
            WHERE x.cell = s.cell AND x.pair NOT IN (SELECT pair FROM suspect_pairs) ORDER BY abs(x.off) DESC, x.pair LIMIT :limit)),
ranked AS (
  SELECT ends.*, row_number() OVER (PARTITION BY run ORDER BY
           CASE WHEN changes = 'prompt' THEN -abs(off) WHEN expects = 'lower' THEN -difference WHEN expects = 'higher' THEN difference
                WHEN expects = 'not-higher' THEN -difference ELSE -abs(difference) END, pair) AS place FROM ends)
SELECT r.model, r.expects, r.dose, r.difference / nullif(r.ruler, 0) AS z, r.base_score, r.variant_score, r.role,
       b.response AS base, v.response AS variant, q.text AS prompt, CASE WHEN v.prompt <> b.prompt THEN w.text END AS variant_prompt,
       r.pair, r.item, r.subset
  FROM ranked r JOIN pairs p ON p.key = r.pair JOIN texts b ON b.key = p.base JOIN texts v ON v.key = p.variant
  JOIN prompts q ON q.key = b.prompt JOIN prompts w ON w.key = v.prompt
 WHERE r.place <= :limit
 ORDER BY r.model, r.place;
