-- RewardBench 2: best-of-4 accuracy of each subset, the Ties score, and their mean, as published (Malik et al. 2025).
-- :run run = latest  run id or its beginning
-- An item whose right answer shares the highest score with k - 1 others counts 1 / k. Ties: see `tare query rewardbench-2-ties`.
-- > model  name of the model
-- > subset  subset; (overall): their mean
-- > items  items
-- > accuracy  best-of-4 accuracy; of Ties its score
WITH items AS (
  SELECT m.run, m.model, b.subset, b.item, max(b.score) AS highest,
         max(CASE b.role WHEN 'chosen' THEN b.score END) AS mine, sum(b.role = 'chosen') AS correct,
         sum(b.role = 'rejected') AS wrong
    FROM run_models m JOIN base_scores b ON b.run = m.run
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
     AND b.subset IN ('Factuality', 'Precise IF', 'Math', 'Safety', 'Focus')
   GROUP BY m.run, b.item HAVING correct = 1 AND wrong > 0),
credits AS (
  SELECT i.run, i.model, i.subset, i.item,
         CASE WHEN i.mine = i.highest THEN 1.0 / (SELECT count(*) FROM base_scores b
           WHERE b.run = i.run AND b.item = i.item AND b.score = i.highest) ELSE 0.0 END AS credit
    FROM items i),
tied AS (
  SELECT m.run, m.model, b.item, b.style,
         min(CASE b.role WHEN 'chosen' THEN b.score END) AS worst_right, max(CASE b.role WHEN 'chosen' THEN b.score END) AS best_right,
         max(CASE b.role WHEN 'rejected' THEN b.score END) AS best_wrong
    FROM run_models m JOIN base_scores b ON b.run = m.run
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
     AND b.subset = 'Ties' AND (b.style LIKE 'ref:%' OR b.style LIKE 'tied:%')
   GROUP BY m.run, b.item),
margins AS (
  SELECT run, model, substr(style, 1, instr(style, ':') - 1) AS kind, substr(style, instr(style, ':') + 1) AS prompt,
         worst_right - best_wrong AS margin, best_right - worst_right AS spread FROM tied),
both AS (
  SELECT r.run, t.margin > t.spread AS preferred, min(r.margin, t.margin) > t.spread AS hard,
         CASE WHEN t.spread > 0 THEN tanh(min(r.margin, t.margin) / t.spread - 1) ELSE sign(min(r.margin, t.margin)) END AS credit
    FROM margins r JOIN margins t ON t.run = r.run AND t.prompt = r.prompt AND r.kind = 'ref' AND t.kind = 'tied'),
parts AS (
  SELECT run, model, subset, count(*) AS items, avg(credit) AS accuracy FROM credits GROUP BY run, subset
  UNION ALL
  SELECT m.run, m.model, 'Ties', count(*),
         0.3 * avg(CASE m.kind WHEN 'tied' THEN m.margin > 0 END) + 0.3 * avg(CASE m.kind WHEN 'ref' THEN m.margin > 0 END)
         + (SELECT 0.2 * avg(preferred) + 0.2 * avg(hard) + 0.01 * avg(credit) FROM both b WHERE b.run = m.run)
    FROM margins m GROUP BY m.run)
SELECT * FROM (
  SELECT model, subset, items, accuracy FROM parts
  UNION ALL
  SELECT model, '(overall)', sum(items), avg(accuracy) FROM parts GROUP BY run)
 ORDER BY model, subset = '(overall)', subset;
