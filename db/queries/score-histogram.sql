-- How are the rewards spread: of the answers by role, or of both sides of an operator's pairs? One row a bin that is not empty.
-- :run run = latest  run id or its beginning
-- :augmentation augmentation = any  name of the augmentation; any: the answers of the data
-- :bins number = 4  bins per SD of the run's ruler; each begins at a multiple of its width
-- > model  name of the model
-- > part  role of the answer, or base and variant
-- > low  lower edge of the bin, raw
-- > high  upper edge
-- > texts  texts in it
WITH own AS (
  SELECT m.model, m.run, coalesce(nullif(m.ruler, 0), nullif(r.overall_sd, 0), 1) / max(:bins, 1) AS width
    FROM run_models m JOIN runs r ON r.id = m.run
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)),
pairs_of AS (
  SELECT p.run, p.base_score, p.variant_score FROM own o JOIN pair_scores p ON p.run = o.run
   WHERE :augmentation IS NOT NULL AND p.augmentation = :augmentation AND p.truncated = 0 AND p.suspect = 0),
scored AS (
  SELECT run, role AS part, score FROM base_scores WHERE :augmentation IS NULL AND run IN (SELECT run FROM own)
   UNION ALL SELECT run, 'base', base_score FROM pairs_of
   UNION ALL SELECT run, 'variant', variant_score FROM pairs_of),
binned AS (
  SELECT o.run, o.model, o.width, s.part, floor(s.score / o.width) AS bin, count(*) AS texts
    FROM own o JOIN scored s ON s.run = o.run GROUP BY o.run, s.part, bin)
SELECT model, part, bin * width AS low, (bin + 1) * width AS high, texts FROM binned ORDER BY model, run, part, bin;
