-- reWordBench: how much ranking accuracy does each change cost when both answers are changed alike (Wu et al. 2025)?
-- The + keeps SQLite from reaching the other side by its role instead of its item.
-- :run run = latest  run id or its beginning
-- A tie is wrong, as published; the gated accuracy-drop of a rubric counts it half. The mean weighs each change the same.
-- > model  name of the model
-- > augmentation  operator; (mean): over all
-- > dose  dose of the operator; NULL: it has none, or all together
-- > comparisons  comparisons of a chosen with a rejected answer
-- > accuracy  share in which the chosen answer scores higher
-- > accuracy_after  the same after both answers are changed
-- > accuracy_drop  the first less the second
WITH changed AS (
  SELECT m.run, m.model, x.augmentation, x.dose, x.base_score > y.base_score AS before, x.variant_score > y.variant_score AS after
    FROM run_models m JOIN pair_scores x ON x.run = m.run AND x.role = 'chosen' AND x.truncated = 0 AND x.suspect = 0 AND x.changes <> 'pairing'
    JOIN pair_scores y ON y.run = x.run AND y.item = x.item AND +y.role = 'rejected' AND y.truncated = 0 AND y.suspect = 0
     AND y.augmentation = x.augmentation AND y.dose IS x.dose AND y.style = x.style
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)),
drops AS (
  SELECT run, model, augmentation, dose, count(*) AS comparisons, avg(before) AS accuracy, avg(after) AS accuracy_after
    FROM changed GROUP BY run, augmentation, dose)
SELECT * FROM (
  SELECT model, augmentation, dose, comparisons, accuracy, accuracy_after, accuracy - accuracy_after AS accuracy_drop FROM drops
  UNION ALL
  SELECT model, '(mean)', NULL, sum(comparisons), avg(accuracy), avg(accuracy_after), avg(accuracy - accuracy_after)
    FROM drops GROUP BY run)
 ORDER BY model, augmentation = '(mean)', augmentation, dose;
