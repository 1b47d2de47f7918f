-- What happened to a run, and when?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > at  time, ISO 8601
-- > kind  what happened
-- > detail  more about it
SELECT m.model, e.at, e.kind, e.detail FROM run_models m JOIN events e ON e.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY m.model, m.run, e.id;
