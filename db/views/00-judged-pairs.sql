-- Every judgement with what its operator expects: as_expected is 1 where the reader found what the label says. A hack may
-- be as good as its base or worse; a broken pair (invalid) is never as expected.
CREATE VIEW judged_pairs AS
SELECT j.pair, p.augmentation, p.version, p.dose, a.expects, a.attribute, j.reader, j.prefers, j.note,
       CASE a.expects WHEN 'lower' THEN j.prefers = 'base'
                      WHEN 'higher' THEN j.prefers = 'variant'
                      WHEN 'same' THEN j.prefers = 'tie'
                      ELSE j.prefers IN ('tie', 'base') END AS as_expected
  FROM judgements j JOIN pairs p ON p.key = j.pair
  JOIN augmentations a ON a.name = p.augmentation AND a.version = p.version;

-- Pairs whose label at least half of their readers contradict. They leave all statistics, counted as expectation-suspect.
CREATE VIEW suspect_pairs AS
SELECT pair FROM judged_pairs GROUP BY pair HAVING 2 * sum(as_expected) <= count(*);

-- How many pairs of each operator were read, and of how many the label held.
CREATE VIEW judged_validity AS
SELECT augmentation, version, attribute, expects, count(*) AS pairs_read, sum(held) AS as_expected, sum(readings) AS readings
  FROM (SELECT augmentation, version, attribute, expects, pair, 2 * sum(as_expected) > count(*) AS held, count(*) AS readings
          FROM judged_pairs GROUP BY augmentation, version, attribute, expects, pair)
 GROUP BY augmentation, version, attribute, expects;
