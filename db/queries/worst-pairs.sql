-- Which pairs of an augmentation broke its expectation most?
-- :augmentation augmentation  name of the augmentation
-- :run run = latest  run id or its beginning
-- :limit number = 10  how many pairs a model
WITH ranked AS (
  SELECT m.model, p.*, row_number() OVER (PARTITION BY p.run ORDER BY
           CASE p.expects WHEN 'lower' THEN -p.difference WHEN 'higher' THEN p.difference
                          WHEN 'not-higher' THEN -p.difference ELSE -abs(p.difference) END, p.pair) AS place
    FROM run_models m JOIN pair_scores p ON p.run = m.run
   WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END) AND p.augmentation = :augmentation AND p.truncated = 0)
SELECT r.model, r.expects, r.dose, r.z, r.base_score, r.variant_score, r.role, b.response AS base, v.response AS variant,
       q.text AS prompt, r.pair
  FROM ranked r JOIN texts b ON b.key = r.base JOIN texts v ON v.key = r.variant JOIN prompts q ON q.key = r.prompt
 WHERE r.place <= :limit
 ORDER BY r.model, r.place;
