-- The newest complete run of each (data, rubric, scorer, reward).
CREATE VIEW latest_runs AS
SELECT id, data, rubric, scorer, reward, verdict, max(created_at) AS created_at
  FROM runs WHERE state = 'complete' GROUP BY data, rubric, scorer, reward;

-- Effects of those runs, with the model's name.
CREATE VIEW effects_latest AS
SELECT s.name AS model, e.* FROM latest_runs l JOIN scorers s ON s.key = l.scorer JOIN effects e ON e.run = l.id;

-- Verdicts of those runs, with the model's name.
CREATE VIEW verdicts_latest AS
SELECT s.name AS model, v.* FROM latest_runs l JOIN scorers s ON s.key = l.scorer JOIN verdicts v ON v.run = l.id;
