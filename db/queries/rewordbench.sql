-- reWordBench: how much ranking accuracy does each change cost when both answers are changed alike (Wu et al. 2025)?
-- :run run = latest  run id or its beginning
-- A tie is wrong, as published; the gated accuracy-drop of a rubric counts it half. The mean weighs each change the same.
WITH drops AS (
  SELECT m.run, m.model, o.augmentation, nullif(o.dose, 0) AS dose, o.comparisons,
         1.0 * o.right_before / o.comparisons AS accuracy, 1.0 * o.right_after / o.comparisons AS accuracy_after
    FROM run_models m JOIN operator_means o ON o.run = m.run
   WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END) AND o.comparisons > 0)
SELECT * FROM (
  SELECT model, augmentation, dose, comparisons, accuracy, accuracy_after, accuracy - accuracy_after AS accuracy_drop FROM drops
  UNION ALL
  SELECT model, '(mean)', NULL, sum(comparisons), avg(accuracy), avg(accuracy_after), avg(accuracy - accuracy_after)
    FROM drops GROUP BY run)
 ORDER BY model, augmentation = '(mean)', augmentation, dose;
