-- How far does a scorer's own score of the same text move: scored again, in mixed batches, padded? Raw, one row a head.
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > head  head of the scorer
-- > name  its name
-- > texts  texts measured
-- > floor  largest difference seen, raw
-- > repeat  scored twice
-- > batched  alone and in mixed batches
-- > padded  with and without padding
-- > cause  what it comes from; '' where it is negligible
-- > sample  digest of the texts measured
SELECT m.model, n.head, h.name, n.texts, n.floor, n.repeat, n.batched, n.padded, n.cause, n.sample
  FROM run_models m JOIN runs r ON r.id = m.run JOIN noise n ON n.scorer = r.scorer
  LEFT JOIN scorer_heads h ON h.scorer = n.scorer AND h.head = n.head
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY m.model, m.run, n.sample, n.head;
