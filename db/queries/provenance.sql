-- What exactly was a run: its plan, versions, digests, and the rubric as it was read?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > run  run id
-- > created_at  when it began
-- > tare_version  version that planned it
-- > judged_by  version whose analysis it is
-- > seed  seed of the run
-- > data  digest of the item ids
-- > rubric  name of the rubric
-- > rubric_digest  digest of the rubric
-- > scorer  key of the scorer
-- > reward  the weighted sum of logits that is the reward
-- > token_budget  most tokens of a batch
-- > threads  threads
-- > plan  the plan as JSON
-- > rubric_source  the rubric as it was read
SELECT m.model, r.id AS run, r.created_at, r.tare_version, r.judged_by, r.seed, r.data, b.name AS rubric, r.rubric AS rubric_digest,
       r.scorer, r.reward, r.token_budget, r.threads, r.plan, b.source AS rubric_source
  FROM run_models m JOIN runs r ON r.id = m.run JOIN rubrics b ON b.digest = r.rubric
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY m.model, m.run;
