-- RM-Bench: how often does the right answer in one style score above the wrong one in another?
-- The + keeps SQLite from reaching the other side by its role instead of its item.
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > subset  part of the data; '' where it has none
-- > chosen_style  style of the right answer
-- > rejected_style  style of the wrong answer
-- > items  items
-- > accuracy  share in which the right answer scores higher
SELECT m.model, c.subset, c.style AS chosen_style, r.style AS rejected_style, count(*) AS items, avg(c.score > r.score) AS accuracy
  FROM run_models m JOIN base_scores c ON c.run = m.run AND c.role = 'chosen'
  JOIN base_scores r ON r.run = c.run AND r.item = c.item AND +r.role = 'rejected'
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
   AND c.style IN ('concise', 'plain', 'markdown') AND r.style IN ('concise', 'plain', 'markdown')
 GROUP BY m.run, c.subset, c.style, r.style
 ORDER BY m.model, c.subset, instr('concise plain markdown', c.style), instr('concise plain markdown', r.style);
