-- Which of two models keeps which promise? Claims side by side, for the two newest models under the same rubric and data.
-- :a text = latest  run id of the first model, or its beginning
-- :b text = latest  run id of the second
WITH chosen AS (
  SELECT coalesce((SELECT id FROM runs WHERE id LIKE :a || '%'), (SELECT run FROM newest_runs ORDER BY run LIMIT 1)) AS a,
         coalesce((SELECT id FROM runs WHERE id LIKE :b || '%'), (SELECT run FROM newest_runs ORDER BY run LIMIT 1 OFFSET 1)) AS b)
SELECT x.attribute, x.metric, x.bound, (SELECT model FROM run_models WHERE run = c.a) AS model_a, x.estimate AS a, x.verdict AS verdict_a,
       (SELECT model FROM run_models WHERE run = c.b) AS model_b, y.estimate AS b, y.verdict AS verdict_b
  FROM chosen c JOIN verdicts x ON x.run = c.a LEFT JOIN verdicts y ON y.run = c.b AND y.claim = x.claim
 ORDER BY x.position;
