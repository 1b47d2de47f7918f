-- The pairs of a run by how far each moved against what its operator expects; `place` 1 is the worst of its operator and dose.
-- `wrong` is that move in SDs: up where the reward should fall or may not rise, down where it should rise, either way where it
-- should stay; where the prompt was changed, the distance from the mean move of its item. Truncated and suspect pairs are left out.
-- Say which run and which augmentation: WHERE run = … AND augmentation = … reads only theirs.
CREATE VIEW worst_pairs AS
WITH moved AS (
  SELECT p.*, CAST(CASE WHEN p.changes = 'prompt' THEN abs(p.z - avg(p.z) OVER (PARTITION BY p.run, p.augmentation, p.dose, p.item))
                   WHEN p.expects IN ('lower', 'not-higher') THEN p.z WHEN p.expects = 'higher' THEN -p.z ELSE abs(p.z) END AS REAL) AS wrong
    FROM pair_scores p WHERE p.truncated = 0 AND p.suspect = 0)
SELECT w.run, s.name AS model, w.augmentation, w.dose, w.expects,
       row_number() OVER (PARTITION BY w.run, w.augmentation, w.dose ORDER BY w.wrong DESC, w.pair) AS place,
       w.wrong, w.z, w.base_score, w.variant_score, w.item, w.subset, w.role, w.style, w.pair,
       b.response AS base, v.response AS variant
  FROM moved w JOIN runs r ON r.id = w.run JOIN scorers s ON s.key = r.scorer
  JOIN texts b ON b.key = w.base JOIN texts v ON v.key = w.variant;
