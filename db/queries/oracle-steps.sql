-- What was an oracle asked step by step, what came of it, and what did it take?
-- A question that asks to mend an answer counts with the question whose answer it mends; its tokens, cost and time are added.
-- Questions whose answers an earlier run had already are here too: the run rests on them.
-- :run run = latest  run id or its beginning
-- > model  name of the reward model
-- > step  attributes, grade, degrade, upgrade, paraphrase, can, rewrite or verify
-- > asked_of  name of the language model, or of what stands for one
-- > version  version of the prompt file
-- > template  digest of the prompt file
-- > asked  questions
-- > read  answers that were read
-- > repaired  of those, read only after it was told what was wrong
-- > refused  it declined
-- > truncated  the answer was cut at its most tokens
-- > unreadable  it was not what was asked for, nor when asked again
-- > prompt_tokens  tokens of the questions, of those counted; NULL: none was
-- > completion_tokens  tokens of the answers, likewise
-- > uncounted  calls whose tokens nobody counted
-- > cost  by the prices given; NULL: none was
-- > seconds  time that the answers took, added up
WITH behind AS (
  SELECT DISTINCT v.run, n.call FROM run_interventions v
    JOIN oracle_interventions i ON i.settings = v.settings AND i.item = v.item AND i.operator = v.operator AND i.reason = v.reason
    JOIN oracle_intervention_calls n ON n.settings = v.settings AND n.item = v.item AND n.operator = v.operator
   WHERE v.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)),
asked AS (
  SELECT b.run, c.key, c.oracle, c.template, c.repairs, c.outcome, c.prompt_tokens, c.completion_tokens, c.cost, c.milliseconds
    FROM behind b CROSS JOIN oracle_calls c ON c.key = b.call),
ended AS (
  SELECT a.*, r.key IS NOT NULL AS mended, coalesce(r.outcome, a.outcome) AS came_to
    FROM asked a LEFT JOIN asked r ON r.run = a.run AND r.repairs = a.key)
SELECT m.model, t.step, o.model AS asked_of, t.version, t.digest AS template,
       sum(e.repairs IS NULL) AS asked, sum(e.repairs IS NULL AND e.came_to = 'read') AS read,
       sum(e.repairs IS NULL AND e.came_to = 'read' AND e.mended) AS repaired,
       sum(e.repairs IS NULL AND e.came_to = 'refused') AS refused,
       sum(e.repairs IS NULL AND e.came_to = 'truncated') AS truncated,
       sum(e.repairs IS NULL AND e.came_to = 'unreadable') AS unreadable,
       sum(e.prompt_tokens) AS prompt_tokens, sum(e.completion_tokens) AS completion_tokens,
       sum(e.prompt_tokens IS NULL OR e.completion_tokens IS NULL) AS uncounted, sum(e.cost) AS cost, sum(e.milliseconds) / 1000.0 AS seconds
  FROM ended e JOIN run_models m ON m.run = e.run JOIN oracle_templates t ON t.digest = e.template JOIN oracles o ON o.key = e.oracle
 GROUP BY e.run, t.digest, o.key
 ORDER BY m.model, e.run, CASE t.step WHEN 'attributes' THEN 0 WHEN 'merge' THEN 1 WHEN 'grade' THEN 2 WHEN 'verify' THEN 4 ELSE 3 END, t.step, t.version, o.model;
