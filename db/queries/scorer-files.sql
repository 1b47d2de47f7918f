-- Which files is a model made of, by digest?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > file  file
-- > digest  SHA-256 of the file
SELECT m.model, f.file, f.digest FROM run_models m JOIN runs r ON r.id = m.run JOIN scorer_files f ON f.scorer = r.scorer
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY m.model, m.run, f.file;
