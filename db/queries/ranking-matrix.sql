-- How often does the chosen answer score above the rejected one, by part of the data and style of either? (Ties count half.)
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > subset  part of the data; '' where it has none
-- > chosen_style  style of the chosen answer
-- > rejected_style  style of the rejected answer
-- > comparisons  comparisons of a chosen with a rejected answer
-- > accuracy  share in which the chosen answer scores higher; ties count half
-- > margin  mean margin, in SDs
WITH compared AS (
  SELECT c.run, c.subset, c.style AS chosen_style, r.style AS rejected_style, c.score - r.score AS margin
    FROM run_models m JOIN base_scores c ON c.run = m.run AND c.role = 'chosen'
    JOIN base_scores r ON r.run = c.run AND r.item = c.item AND +r.role = 'rejected'
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL))
SELECT m.model, d.subset, d.chosen_style, d.rejected_style, count(*) AS comparisons,
       avg(CASE WHEN abs(d.margin) <= 2 * coalesce(m.noise_floor, 0) THEN 0.5 ELSE d.margin > 0 END) AS accuracy,
       avg(d.margin) / nullif(m.ruler, 0) AS margin
  FROM compared d JOIN run_models m ON m.run = d.run
 GROUP BY d.run, d.subset, d.chosen_style, d.rejected_style
 ORDER BY m.model, d.run, d.subset, d.chosen_style, d.rejected_style;
