-- What happened to a run, and when?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > at  time, ISO 8601
-- > kind  what happened
-- > detail  more about it
SELECT m.model, e.at, e.kind, e.detail FROM run_models m JOIN events e ON e.run = m.run
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END)
 ORDER BY m.model, m.run, e.id;
