-- Which of two models keeps which promise? Claims side by side, for the two newest models under the same rubric and data.
-- :a run = latest  run id of the first model, or its beginning
-- :b run = latest  run id of the second
-- > attribute  attribute of the rubric
-- > metric  what is measured, as in the rubric
-- > bound  bound of the claim
-- > model_a  first model
-- > a  its estimate
-- > verdict_a  its verdict
-- > model_b  second model
-- > b  its estimate
-- > verdict_b  its verdict; NULL where it was not asked
WITH first AS (
  SELECT coalesce(:a, (SELECT run FROM newest_runs WHERE run IS NOT :b ORDER BY run LIMIT 1)) AS id),
chosen AS (
  SELECT mine.id AS a, coalesce(:b, (SELECT other.id FROM runs other
           WHERE other.rubric = mine.rubric AND other.data = mine.data AND other.scorer <> mine.scorer AND other.state = 'complete'
           ORDER BY other.id IN (SELECT run FROM newest_runs) DESC, other.created_at DESC, other.id LIMIT 1)) AS b
    FROM runs mine JOIN first ON first.id = mine.id)
SELECT x.attribute, x.metric || CASE x.against WHEN 'baseline' THEN ' drop' ELSE '' END AS metric, x.bound, (SELECT model FROM run_models WHERE run = c.a) AS model_a, x.estimate AS a, x.verdict AS verdict_a,
       (SELECT model FROM run_models WHERE run = c.b) AS model_b, y.estimate AS b, y.verdict AS verdict_b
  FROM chosen c JOIN verdicts x ON x.run = c.a LEFT JOIN verdicts y ON y.run = c.b AND y.claim = x.claim
 ORDER BY x.position;
