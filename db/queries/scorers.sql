-- Which scorers has the database seen, how noisy are they, and how many texts has each scored?
-- > model  name of the model
-- > architecture  architecture of the model
-- > dtype  number type of the model's weights
-- > provider  execution provider
-- > input  pair, chat or none
-- > max_length  longest text in tokens
-- > texts  texts scored
-- > truncated  of those, cut to the window
-- > noise_floor  how far its score of the same text moves, raw
-- > scorer  key of the scorer
SELECT s.name AS model, s.architecture, s.dtype, s.provider, s.input, s.max_length,
       coalesce(c.texts, 0) AS texts, c.truncated,
       (SELECT max(floor) FROM noise n WHERE n.scorer = s.key) AS noise_floor, s.key AS scorer
  FROM scorers s LEFT JOIN score_counts c ON c.scorer = s.key ORDER BY s.name, s.key;
