-- RM-Bench: accuracy where the style favours the rejected answer (hard), neither (normal) and the chosen one (easy).
-- The + keeps SQLite from reaching the other side by its role instead of its item.
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > subset  part of the data; '' where it has none
-- > items  items
-- > hard  accuracy where the style favours the rejected answer
-- > normal  accuracy where the styles are alike
-- > easy  accuracy where the style favours the chosen answer
-- > average  mean over all nine
WITH styled AS (
  SELECT m.model, m.run, c.subset, c.item, c.score > r.score AS correct,
         CASE c.style WHEN 'concise' THEN 0 WHEN 'plain' THEN 1 WHEN 'markdown' THEN 2 END AS chosen_style,
         CASE r.style WHEN 'concise' THEN 0 WHEN 'plain' THEN 1 WHEN 'markdown' THEN 2 END AS rejected_style
    FROM run_models m JOIN base_scores c ON c.run = m.run AND c.role = 'chosen'
    JOIN base_scores r ON r.run = c.run AND r.item = c.item AND +r.role = 'rejected'
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND c.style IN ('concise', 'plain', 'markdown')
     AND r.style IN ('concise', 'plain', 'markdown'))
SELECT model, subset, count(DISTINCT item) AS items,
       avg(CASE WHEN chosen_style < rejected_style THEN correct END) AS hard,
       avg(CASE WHEN chosen_style = rejected_style THEN correct END) AS normal,
       avg(CASE WHEN chosen_style > rejected_style THEN correct END) AS easy,
       avg(correct) AS average
  FROM styled GROUP BY run, subset
 ORDER BY model, subset;
