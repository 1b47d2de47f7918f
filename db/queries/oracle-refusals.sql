-- Why did pairs that an oracle was to write not come about, and what is an example of each reason?
-- `tare explain ITEM --operator OPERATOR` shows all that was asked and answered for one of them.
-- :run run = latest  run id or its beginning
-- > model  name of the reward model
-- > operator  oracle operator
-- > reason  why not: oracle-… of the answers, verifier-… of the verification
-- > refused  items refused for this reason
-- > tried  items on which the operator was tried
-- > share  refused of tried
-- > item  the first of them
-- > attribute  attribute of it that was to move; '' where none was
-- > detail  why, in words
-- > last_answer  beginning of the last answer to it, as it came; NULL: nothing was answered
WITH tried AS (
  SELECT v.*, count(*) OVER (PARTITION BY v.run, v.operator) AS of FROM run_interventions v
   WHERE v.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)),
ranked AS (
  SELECT t.*, count(*) OVER (PARTITION BY t.run, t.operator, t.reason) AS times,
         row_number() OVER (PARTITION BY t.run, t.operator, t.reason ORDER BY t.item) AS place
    FROM tried t WHERE t.outcome = 'refused')
SELECT m.model, r.operator, r.reason, r.times AS refused, r.of AS tried, 1.0 * r.times / r.of AS share, r.item, r.attribute, r.detail,
       (SELECT substr(c.answer, 1, 200) FROM oracle_intervention_calls n JOIN oracle_calls c ON c.key = n.call
         WHERE n.settings = r.settings AND n.item = r.item AND n.operator = r.operator ORDER BY n.ordinal DESC LIMIT 1) AS last_answer
  FROM ranked r JOIN run_models m ON m.run = r.run
 WHERE r.place = 1
 ORDER BY m.model, r.run, r.operator, r.times DESC, r.reason;
