-- Which claims passed, failed or stayed open, and which number decided?
-- more_prompts: how many more would prove it with power .8, if it is truly as estimated; -1: no number will.
-- :run run = latest  run id or its beginning
SELECT m.model, v.attribute, v.metric || CASE v.against WHEN 'baseline' THEN ' drop' ELSE '' END AS metric, v.stratum_kind AS stratum, v.stratum_value AS part, v.severity, v.verdict, v.estimate, v.lower, v.upper, v.comparison, v.bound, v.p_fail_holm,
       v.clusters AS prompts, v.power, v.more_prompts, v.waived_until, v.because
  FROM run_models m JOIN verdicts v ON v.run = m.run
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END)
 ORDER BY m.model, v.position;
