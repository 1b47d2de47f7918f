-- What happened to a run, and when?
-- :run run = latest  run id or its beginning
SELECT m.model, e.at, e.kind, e.detail FROM run_models m JOIN events e ON e.run = m.run
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END)
 ORDER BY m.model, m.run, e.id;
