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
WITH moved AS (
  SELECT m.model, p.*, p.difference - avg(p.difference) OVER (PARTITION BY p.run, p.item, p.dose) AS off
    FROM run_models m JOIN pair_scores p ON p.run = m.run
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND p.augmentation = :augmentation AND p.truncated = 0 AND p.suspect = 0),
ranked AS (
  SELECT moved.*, row_number() OVER (PARTITION BY run ORDER BY
           CASE WHEN changes = 'prompt' THEN -abs(off) WHEN expects = 'lower' THEN -difference WHEN expects = 'higher' THEN difference
                WHEN expects = 'not-higher' THEN -difference ELSE -abs(difference) END, pair) AS place FROM moved)
SELECT r.model, r.expects, r.dose, r.z, r.base_score, r.variant_score, r.role, b.response AS base, v.response AS variant,
       q.text AS prompt, CASE WHEN v.prompt <> b.prompt THEN w.text END AS variant_prompt, r.pair, r.item, r.subset
  FROM ranked r JOIN texts b ON b.key = r.base JOIN texts v ON v.key = r.variant
  JOIN prompts q ON q.key = b.prompt JOIN prompts w ON w.key = v.prompt
 WHERE r.place <= :limit
 ORDER BY r.model, r.place;
