-- Which attributes did an oracle find to make answers good, how were answers graded on them, and which were moved?
-- Names are the oracle's own words: prompts that mean the same may name it differently. Attributes of the rubric are graded, not found.
-- :run run = latest  run id or its beginning
-- > model  name of the reward model
-- > attribute  name of the attribute
-- > prompts  prompts for which it was found
-- > strong  answers graded strong on it
-- > weak  answers graded weak on it
-- > quoted  of these grades, the quoted evidence stands in the answer
-- > tried  degradations and upgrades along it
-- > verified  of those, verified
-- > why  why it makes an answer good, where it was found first
WITH asked AS (
  SELECT v.* FROM run_interventions v
   WHERE v.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)),
behind AS (
  SELECT DISTINCT v.run, n.call FROM asked v
    JOIN oracle_intervention_calls n ON n.settings = v.settings AND n.item = v.item AND n.operator = v.operator),
found AS (
  SELECT b.run, a.name, count(DISTINCT a.prompt) AS prompts, min(a.call || a.why) AS first
    FROM behind b CROSS JOIN oracle_attributes a ON a.call = b.call GROUP BY b.run, a.name),
graded AS (
  SELECT b.run, g.attribute AS name, sum(g.grade = 'strong') AS strong, sum(g.grade = 'weak') AS weak, sum(g.quoted) AS quoted
    FROM behind b CROSS JOIN oracle_grades g ON g.call = b.call GROUP BY b.run, g.attribute),
moved AS (
  SELECT run, attribute AS name, count(*) AS tried, sum(outcome = 'verified') AS verified
    FROM asked WHERE attribute <> '' GROUP BY run, attribute),
named AS (SELECT run, name FROM found UNION SELECT run, name FROM graded UNION SELECT run, name FROM moved)
SELECT m.model, n.name AS attribute, coalesce(f.prompts, 0) AS prompts, coalesce(g.strong, 0) AS strong, coalesce(g.weak, 0) AS weak,
       coalesce(g.quoted, 0) AS quoted, coalesce(v.tried, 0) AS tried, coalesce(v.verified, 0) AS verified, coalesce(substr(f.first, 33), '') AS why
  FROM named n JOIN run_models m ON m.run = n.run LEFT JOIN found f ON f.run = n.run AND f.name = n.name
  LEFT JOIN graded g ON g.run = n.run AND g.name = n.name LEFT JOIN moved v ON v.run = n.run AND v.name = n.name
 ORDER BY m.model, n.run, prompts DESC, strong + weak DESC, n.name;
