-- What did each operator do to one scorer and to another, on the very same pairs, and how many pairs has only one of them?
-- :a run = latest  run id of the first scorer, or its beginning
-- :b run = latest  run id of the second
-- Means of z, each scorer on the ruler of its own run. Whether a difference is beyond chance: `tare diff A B`.
-- Where both runs hold the same pairs of an operator (`members` tells), what only one of them counts is taken off the sums of
-- its cells; pairs are compared one by one (`loose`) where they do not.
-- > model_a  first model
-- > model_b  second model
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > pairs  pairs that both have scored
-- > a  mean move of the first, in its SDs
-- > b  mean move of the second, in its SDs
-- > difference  b less a, mean over those pairs
-- > only_a  pairs only the first has
-- > only_b  pairs only the second has
WITH sides AS (
  SELECT coalesce(:a, (SELECT run FROM newest_runs WHERE run IS NOT :b ORDER BY run LIMIT 1)) AS a),
chosen AS MATERIALIZED (
  SELECT mine.id AS a, coalesce(:b, (SELECT other.id FROM runs other
           WHERE other.data = mine.data AND other.seed = mine.seed AND other.scorer <> mine.scorer AND other.state = 'complete'
           ORDER BY other.rubric = mine.rubric DESC, other.id IN (SELECT run FROM newest_runs) DESC, other.created_at DESC, other.id
           LIMIT 1)) AS b, mine.scorer AS scorer_a
    FROM runs mine JOIN sides ON sides.a = mine.id),
both AS MATERIALIZED (
  SELECT c.a, c.b, c.scorer_a, r.scorer AS scorer_b, m.model AS model_a, n.model AS model_b, m.ruler AS ruler_a, n.ruler AS ruler_b
    FROM chosen c JOIN runs r ON r.id = c.b JOIN run_models m ON m.run = c.a JOIN run_models n ON n.run = c.b),
sums AS MATERIALIZED (
  SELECT run, augmentation, version, dose, sum(pairs) AS pairs, sum(members) AS members,
         total(CASE truncated WHEN 0 THEN difference END) AS difference
    FROM pair_cells WHERE run IN (SELECT a FROM both UNION ALL SELECT b FROM both) GROUP BY run, augmentation, version, dose),
alike AS MATERIALIZED (
  SELECT x.augmentation, x.version, x.dose, x.pairs, x.difference AS a, y.difference AS b
    FROM both o JOIN sums x ON x.run = o.a JOIN sums y ON y.run = o.b AND y.augmentation = x.augmentation AND y.version = x.version
     AND y.dose IS x.dose AND y.pairs = x.pairs AND y.members = x.members),
cut AS (
  SELECT w.pair, w.item, w.position, 0 AS suspect
    FROM alike k CROSS JOIN both o CROSS JOIN pair_cells c ON c.run IN (o.a, o.b) AND c.augmentation = k.augmentation AND c.dose IS k.dose
     AND c.version = k.version AND c.truncated = 1 CROSS JOIN pair_rewards w ON w.cell = c.id WHERE w.pair NOT IN (SELECT pair FROM suspect_pairs)
   UNION
  SELECT rp.pair, rp.item, rp.position, 1
    FROM suspect_pairs s CROSS JOIN both o CROSS JOIN run_pairs rp ON rp.run = o.a AND rp.pair = s.pair),
counted AS (
  SELECT u.suspect, p.augmentation, p.version, p.dose, o.a, o.b, o.scorer_a, o.scorer_b, p.base, p.variant,
         NOT max((SELECT truncated FROM scores WHERE scorer = o.scorer_a AND text = p.base AND head = 0),
                 (SELECT truncated FROM scores WHERE scorer = o.scorer_a AND text = p.variant AND head = 0)) AS whole_a,
         NOT max((SELECT truncated FROM scores WHERE scorer = o.scorer_b AND text = p.base AND head = 0),
                 (SELECT truncated FROM scores WHERE scorer = o.scorer_b AND text = p.variant AND head = 0)) AS whole_b
    FROM both o CROSS JOIN cut u CROSS JOIN pairs p ON p.key = u.pair),
off AS (
  SELECT d.augmentation, d.version, d.dose, count(*) AS pairs, sum(d.whole_a AND NOT d.suspect) AS only_a, sum(d.whole_b AND NOT d.suspect) AS only_b,
         total(CASE WHEN d.whole_a THEN (SELECT sum(h.weight * (v.logit - l.logit)) FROM run_heads h
           JOIN scores l ON l.scorer = d.scorer_a AND l.text = d.base AND l.head = h.head
           JOIN scores v ON v.scorer = d.scorer_a AND v.text = d.variant AND v.head = h.head WHERE h.run = d.a) END) AS a,
         total(CASE WHEN d.whole_b THEN (SELECT sum(h.weight * (v.logit - l.logit)) FROM run_heads h
           JOIN scores l ON l.scorer = d.scorer_b AND l.text = d.base AND l.head = h.head
           JOIN scores v ON v.scorer = d.scorer_b AND v.text = d.variant AND v.head = h.head WHERE h.run = d.b) END) AS b
    FROM counted d GROUP BY d.augmentation, d.version, d.dose),
shared AS (
  SELECT k.augmentation, k.dose, k.pairs - coalesce(f.pairs, 0) AS pairs, k.a - coalesce(f.a, 0) AS a, k.b - coalesce(f.b, 0) AS b,
         coalesce(f.only_a, 0) AS only_a, coalesce(f.only_b, 0) AS only_b
    FROM alike k LEFT JOIN off f ON f.augmentation = k.augmentation AND f.version = k.version AND f.dose IS k.dose),
loose AS (
  SELECT augmentation, dose, max(a) AS a, max(b) AS b FROM (
    SELECT c.augmentation, c.dose, w.pair, w.item, w.position, iif(c.run = o.a, w.difference, NULL) AS a, iif(c.run = o.b, w.difference, NULL) AS b
      FROM both o CROSS JOIN sums s CROSS JOIN pair_cells c ON c.run = s.run AND c.augmentation = s.augmentation AND c.dose IS s.dose
       AND c.version = s.version AND c.truncated = 0 CROSS JOIN pair_rewards w ON w.cell = c.id
     WHERE (SELECT 1 FROM alike k WHERE k.augmentation = s.augmentation AND k.version = s.version AND k.dose IS s.dose) IS NULL
       AND w.pair NOT IN (SELECT pair FROM suspect_pairs))
   GROUP BY augmentation, dose, pair, item, position),
parts AS (
  SELECT augmentation, dose, pairs, a, b, only_a, only_b FROM shared WHERE pairs + only_a + only_b > 0
   UNION ALL
  SELECT augmentation, dose, count(a + b), total(CASE WHEN b IS NOT NULL THEN a END), total(CASE WHEN a IS NOT NULL THEN b END),
         sum(b IS NULL), sum(a IS NULL) FROM loose GROUP BY augmentation, dose)
SELECT o.model_a, o.model_b, p.augmentation, p.dose, sum(p.pairs) AS pairs,
       sum(p.a) / nullif(o.ruler_a, 0) / nullif(sum(p.pairs), 0) AS a, sum(p.b) / nullif(o.ruler_b, 0) / nullif(sum(p.pairs), 0) AS b,
       (sum(p.b) / nullif(o.ruler_b, 0) - sum(p.a) / nullif(o.ruler_a, 0)) / nullif(sum(p.pairs), 0) AS difference,
       sum(p.only_a) AS only_a, sum(p.only_b) AS only_b
  FROM parts p CROSS JOIN both o
 GROUP BY p.augmentation, p.dose
 ORDER BY abs(difference) DESC, p.augmentation, p.dose;
