-- Which runs does the database hold, and how did they end?
-- > run  run id, its beginning
-- > begun  when it began
-- > model  name of the model
-- > dtype  number type of the model's weights
-- > rubric  name of the rubric
-- > seed  seed of the run
-- > state  how far it came: pairing, scoring, analyzing, complete
-- > verdict  pass, fail or inconclusive
-- > items  items it weighs
-- > pairs  pairs it made
SELECT substr(r.id, 1, 12) AS run, r.created_at AS begun, s.name AS model, s.dtype, b.name AS rubric, r.seed, r.state, r.verdict,
       (SELECT count(*) FROM run_items i WHERE i.run = r.id) AS items,
       coalesce((SELECT sum(c.pairs) FROM pair_cells c WHERE c.run = r.id),
                (SELECT count(*) FROM run_pairs p WHERE p.run = r.id)) AS pairs
  FROM runs r JOIN scorers s ON s.key = r.scorer JOIN rubrics b ON b.digest = r.rubric
 ORDER BY r.created_at, r.id;
