-- Is the answer with the higher reward the chosen one more often where the margin is larger? As often as Bradley and Terry say?
-- :run run = latest  run id or its beginning
-- :bins number = 10  bins of as many comparisons each
-- > model  name of the model
-- > bin  bin, 1 has the smallest margins
-- > low  smallest margin, raw
-- > mean  mean margin
-- > high  largest margin
-- > comparisons  comparisons of a chosen with a rejected answer
-- > accuracy  share in which the higher reward is the chosen one's; ties count half
-- > claimed  the same by Bradley and Terry: mean of 1 / (1 + exp(-margin))
WITH compared AS (
  SELECT c.run, m.model, m.noise_floor, c.score - r.score AS margin,
         ntile(max(:bins, 1)) OVER (PARTITION BY c.run ORDER BY abs(c.score - r.score), c.item, c.position, r.position) AS bin
    FROM run_models m JOIN base_scores c ON c.run = m.run AND c.role = 'chosen'
    JOIN base_scores r ON r.run = c.run AND r.item = c.item AND +r.role = 'rejected'
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL))
SELECT model, bin, min(abs(margin)) AS low, avg(abs(margin)) AS mean, max(abs(margin)) AS high, count(*) AS comparisons,
       avg(CASE WHEN abs(margin) <= 2 * coalesce(noise_floor, 0) THEN 0.5 ELSE margin > 0 END) AS accuracy,
       avg(1 / (1 + exp(-abs(margin)))) AS claimed
  FROM compared GROUP BY run, bin ORDER BY model, run, bin;
