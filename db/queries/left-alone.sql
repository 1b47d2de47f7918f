-- How many items hold a reasoning block, a system prompt or tool calls, and what did operators make of them?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > kind  reasoning, system prompt or tool calls
-- > items  items that hold it
-- > pairs_left_alone  pairs in which it stands as it was
-- > pairs_without_the_answer  pairs whose operator replaces the whole answer
-- > pairs_refused  pairs refused since the operator touched it
SELECT m.model, l.kind, count(*) AS items, sum(l.kept) AS pairs_left_alone, sum(l.replaced) AS pairs_without_the_answer,
       sum(l.refused) AS pairs_refused
  FROM run_models m JOIN run_left_alone l ON l.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 GROUP BY m.model, l.kind ORDER BY m.model, l.kind;
