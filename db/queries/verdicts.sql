-- Which claims passed, failed or stayed open, and which number decided?
-- more_prompts: how many more would prove it with power .8, if it is truly as estimated; -1: no number will.
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > attribute  attribute of the rubric
-- > metric  what is measured, as in the rubric
-- > stratum  kind of part the claim is about; '' for all
-- > part  which part
-- > severity  error gates, warn is told
-- > verdict  pass, fail or inconclusive
-- > estimate  the value measured
-- > lower  lower bound, one-sided at 1 - alpha
-- > upper  upper bound, one-sided at 1 - alpha
-- > comparison  at-least, at-most or within
-- > bound  bound of the claim
-- > p_fail_holm  p-value of the claim's failure, Holm over the gate
-- > prompts  prompts behind it: the clusters of all statistics
-- > power  chance that data of this size prove it, if truly as estimated
-- > more_prompts  prompts more that would prove it; -1: no number will
-- > waived_until  last day on which it blocks nothing; NULL: not waived
-- > because  the number that decided, in words
SELECT m.model, v.attribute, v.metric || CASE v.against WHEN 'baseline' THEN ' drop' ELSE '' END AS metric, v.stratum_kind AS stratum, v.stratum_value AS part, v.severity, v.verdict, v.estimate, v.lower, v.upper, v.comparison, v.bound, v.p_fail_holm,
       v.clusters AS prompts, v.power, v.more_prompts, v.waived_until, v.because
  FROM run_models m JOIN verdicts v ON v.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY m.model, v.position;
