-- On which machines did a scorer run, with which batches and threads, and how fast?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > provider  execution provider
-- > dtype  number type of the model's weights
-- > machine  device, processor, cores, runtime
-- > token_budget  most tokens of a batch
-- > threads  threads
-- > source  what was timed: a run, a sample; tuning: chosen, not timed
-- > texts  texts scored
-- > tokens  tokens read
-- > padded  pad tokens computed beside them
-- > milliseconds  time it took
-- > texts_per_second  texts a second
SELECT m.model, s.provider, s.dtype, t.machine, t.token_budget, t.threads, t.source, t.texts, t.tokens, t.padded, t.milliseconds,
       round(1000 * t.texts / nullif(t.milliseconds, 0), 1) AS texts_per_second
  FROM run_models m JOIN runs r ON r.id = m.run JOIN scorers s ON s.key = r.scorer
  JOIN (SELECT scorer, machine, token_budget, threads, source, texts, tokens, padded, milliseconds FROM throughputs
        UNION ALL
        SELECT u.scorer, u.machine, u.token_budget, u.threads, 'tuning', NULL, NULL, NULL, NULL FROM tunings u
         WHERE NOT EXISTS (SELECT 1 FROM throughputs o WHERE o.scorer = u.scorer AND o.machine = u.machine
                              AND o.token_budget = u.token_budget AND o.threads = u.threads)) t ON t.scorer = r.scorer
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY m.model, m.run, t.machine, t.token_budget, t.threads, t.source;
