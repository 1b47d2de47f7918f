-- Response curves of the newest complete runs, with the model's name: how the reward answers a growing dose, one row a dose, over
-- the texts seen at every dose.
CREATE VIEW response_curves AS
SELECT s.name AS model, c.* FROM latest_runs l JOIN scorers s ON s.key = l.scorer JOIN curve_points c ON c.run = l.id;
