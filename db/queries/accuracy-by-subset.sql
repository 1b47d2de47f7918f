-- How often does the chosen answer score above the rejected one, in each part of the data? (Ties count half.)
-- :run run = latest  run id or its beginning
SELECT m.model, c.subset, count(DISTINCT c.item) AS items, count(*) AS comparisons,
       avg(CASE WHEN abs(c.score - r.score) <= 2 * m.noise_floor THEN 0.5 ELSE c.score > r.score END) AS accuracy
  FROM run_models m JOIN base_scores c ON c.run = m.run AND c.role = 'chosen'
  JOIN base_scores r ON r.run = c.run AND r.item = c.item AND r.role = 'rejected'
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END)
 GROUP BY m.run, c.subset
 ORDER BY m.model, c.subset;
