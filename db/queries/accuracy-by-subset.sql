-- How often does the chosen answer score above the rejected one, in each part of the data? (Ties count half.)
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > subset  part of the data; '' where it has none
-- > items  items
-- > comparisons  comparisons of a chosen with a rejected answer
-- > accuracy  share in which the chosen answer scores higher, mean over items; ties count half
WITH own AS (  -- by item, so that each weighs the same, as in the ranking claim
  SELECT c.run, c.subset, count(*) AS comparisons,
         avg(CASE WHEN abs(c.score - r.score) <= 2 * m.noise_floor THEN 0.5 ELSE c.score > r.score END) AS accuracy
    FROM run_models m JOIN base_scores c ON c.run = m.run AND c.role = 'chosen'
    JOIN base_scores r ON r.run = c.run AND r.item = c.item AND r.role = 'rejected'
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
   GROUP BY c.run, c.item)
SELECT m.model, o.subset, count(*) AS items, sum(o.comparisons) AS comparisons, avg(o.accuracy) AS accuracy
  FROM own o JOIN run_models m ON m.run = o.run
 GROUP BY o.run, o.subset
 ORDER BY m.model, o.subset;
