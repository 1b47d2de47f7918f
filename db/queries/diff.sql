-- What did each operator do to one scorer and to another, on the very same pairs, and how many pairs has only one of them?
-- :a run = latest  run id of the first scorer, or its beginning
-- :b run = latest  run id of the second
-- Means of z, each scorer on the ruler of its own run. Whether a difference is beyond chance: `tare diff A B`.
-- > model_a  first model
-- > model_b  second model
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > pairs  pairs that both have scored
-- > a  mean move of the first, in its SDs
-- > b  mean move of the second, in its SDs
-- > difference  b less a, mean over those pairs
-- > only_a  pairs only the first has
-- > only_b  pairs only the second has
WITH sides AS (
  SELECT coalesce(:a, (SELECT run FROM newest_runs WHERE run IS NOT :b ORDER BY run LIMIT 1)) AS a),
chosen AS (
  SELECT mine.id AS a, coalesce(:b, (SELECT other.id FROM runs other
           WHERE other.data = mine.data AND other.seed = mine.seed AND other.scorer <> mine.scorer AND other.state = 'complete'
           ORDER BY other.rubric = mine.rubric DESC, other.id IN (SELECT run FROM newest_runs) DESC, other.created_at DESC, other.id
           LIMIT 1)) AS b
    FROM runs mine JOIN sides ON sides.a = mine.id),
ofa AS (SELECT * FROM pair_scores p WHERE p.run = (SELECT a FROM chosen) AND p.truncated = 0 AND p.suspect = 0),
ofb AS (SELECT * FROM pair_scores p WHERE p.run = (SELECT b FROM chosen) AND p.truncated = 0 AND p.suspect = 0),
both AS (
  SELECT coalesce(x.augmentation, y.augmentation) AS augmentation, coalesce(x.dose, y.dose) AS dose, x.z AS za, y.z AS zb,
         x.pair IS NOT NULL AS in_a, y.pair IS NOT NULL AS in_b
    FROM ofa x FULL JOIN ofb y ON y.pair = x.pair AND y.item = x.item AND y.position = x.position)
SELECT (SELECT model FROM run_models WHERE run = c.a) AS model_a, (SELECT model FROM run_models WHERE run = c.b) AS model_b,
       b.augmentation, b.dose, sum(b.in_a AND b.in_b) AS pairs, avg(CASE WHEN b.in_a AND b.in_b THEN b.za END) AS a,
       avg(CASE WHEN b.in_a AND b.in_b THEN b.zb END) AS b, avg(b.zb - b.za) AS difference,
       sum(NOT b.in_b) AS only_a, sum(NOT b.in_a) AS only_b
  FROM both b JOIN chosen c
 GROUP BY b.augmentation, b.dose
 ORDER BY abs(difference) DESC, b.augmentation, b.dose;
