-- Every run with its model's name and whether the newest command made it; queries filter it by their :run.
CREATE VIEW run_models AS
SELECT r.id AS run, s.name AS model, b.name AS rubric, r.id IN (SELECT run FROM newest_runs) AS newest,
       CASE r.scale WHEN 'overall' THEN r.overall_sd ELSE r.within_sd END AS ruler, r.noise_floor
  FROM runs r JOIN scorers s ON s.key = r.scorer JOIN rubrics b ON b.digest = r.rubric;
