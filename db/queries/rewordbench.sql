-- reWordBench: how much ranking accuracy does each change cost when both answers are changed alike (Wu et al. 2025)?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > augmentation  operator; (mean): over all
-- > dose  dose of the operator; NULL: it has none, or all together
-- > comparisons  comparisons of a chosen with a rejected answer
-- > accuracy  share in which the chosen answer scores higher
-- > accuracy_after  the same after both answers are changed
-- > accuracy_drop  the first less the second
-- A tie is wrong, as published; the gated accuracy-drop of a rubric counts it half. The mean weighs each change the same.
WITH drops AS (
  SELECT m.run, m.model, o.augmentation, nullif(o.dose, 0) AS dose, o.comparisons,
         1.0 * o.right_before / o.comparisons AS accuracy, 1.0 * o.right_after / o.comparisons AS accuracy_after
    FROM run_models m JOIN operator_means o ON o.run = m.run
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND o.comparisons > 0)
SELECT * FROM (
  SELECT model, augmentation, dose, comparisons, accuracy, accuracy_after, accuracy - accuracy_after AS accuracy_drop FROM drops
  UNION ALL
  SELECT model, '(mean)', NULL, sum(comparisons), avg(accuracy), avg(accuracy_after), avg(accuracy - accuracy_after)
    FROM drops GROUP BY run)
 ORDER BY model, augmentation = '(mean)', augmentation, dose;
