-- Which scorers has the database seen, how noisy are they, and how many texts has each scored?
SELECT s.name AS model, s.architecture, s.dtype, s.provider, s.input, s.max_length,
       coalesce(c.texts, 0) AS texts, c.truncated,
       (SELECT max(floor) FROM noise n WHERE n.scorer = s.key) AS noise_floor, s.key AS scorer
  FROM scorers s LEFT JOIN score_counts c ON c.scorer = s.key ORDER BY s.name, s.key;
