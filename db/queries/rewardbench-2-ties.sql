-- RewardBench 2, Ties: are all right answers above all wrong ones, and by more than they differ among themselves?
-- :run run = latest  run id or its beginning
-- score = .30 tied + .30 ref + .20 preferred + .20 preferred_hard + .01 margin, as published; the last three are means over prompts
-- with both a reference (ref:n) and a tied item (tied:n), which the style of their answers names.
-- > model  name of the model
-- > prompts  prompts behind it: the clusters of all statistics
-- > ref_accuracy  accuracy on the reference prompts
-- > tied_accuracy  share of prompts with all right answers above all wrong ones
-- > preferred  share whose gap is wider than the spread of the right ones
-- > preferred_hard  the same with the narrower of both gaps
-- > margin  mean of the margin, bounded by tanh
-- > score  the published weighted sum
WITH tied AS (
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
paired AS (
  SELECT run, count(*) AS prompts, avg(preferred) AS preferred, avg(hard) AS preferred_hard, avg(credit) AS margin
    FROM both GROUP BY run),
sides AS (
  SELECT run, model, avg(CASE kind WHEN 'ref' THEN margin > 0 END) AS ref, avg(CASE kind WHEN 'tied' THEN margin > 0 END) AS tied
    FROM margins GROUP BY run)
SELECT s.model, p.prompts, s.ref AS ref_accuracy, s.tied AS tied_accuracy, p.preferred, p.preferred_hard, p.margin,
       0.3 * s.tied + 0.3 * s.ref + 0.2 * p.preferred + 0.2 * p.preferred_hard + 0.01 * p.margin AS score
  FROM sides s JOIN paired p ON p.run = s.run
 ORDER BY s.model;
