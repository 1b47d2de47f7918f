-- RMB: pairwise and best-of-n accuracy of each goal, every item with the same weight (Zhou et al. 2024).
-- The + keeps SQLite from reaching the other side by its role instead of its item.
-- :run run = latest  run id or its beginning
-- The best of n is right where it is above every other answer; a tie is wrong. The goal is the second part of category_path.
-- > model  name of the model
-- > goal  goal of the benchmark
-- > kind  pairwise or best-of-n
-- > items  items
-- > accuracy  share of items that are right
WITH items AS (
  SELECT m.run, m.model, c.item,
         CASE WHEN c.subset LIKE 'BoN%' THEN 'best-of-n' ELSE 'pairwise' END AS kind,
         substr(c.subset, instr(c.subset, '/') + 1) AS path, min(c.score > r.score) AS correct
    FROM run_models m JOIN base_scores c ON c.run = m.run AND c.role = 'chosen'
    JOIN base_scores r ON r.run = c.run AND r.item = c.item AND +r.role = 'rejected'
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
     AND (c.subset LIKE 'BoN\_set/%/%' ESCAPE '\' OR c.subset LIKE 'Pairwise\_set/%/%' ESCAPE '\')
   GROUP BY m.run, c.item)
SELECT model, substr(path || '/', 1, instr(path || '/', '/') - 1) AS goal, kind, count(*) AS items, avg(correct) AS accuracy
  FROM items GROUP BY run, goal, kind
 ORDER BY model, goal, kind;
