-- Which pairs of an oracle were verified, what was changed in each, and what did the reward make of it?
-- Those that moved most against their label come first. A verified pair may still be no evidence: a guard may
-- have left it out, or the model read it truncated. Pairs of oracle:irrelevant-query put these texts under other prompts.
-- :augmentation augmentation = any  name of the oracle operator
-- :run run = latest  run id or its beginning
-- :limit number = 100  how many pairs a model
-- > model  name of the reward model
-- > operator  oracle operator
-- > expects  what the reward should do: same, lower, higher
-- > attribute  attribute that was moved; '' for a neutral change
-- > change  what the oracle says that it changed
-- > agreement  share of attributes on which the verifier said the same in both orders
-- > z  move of the reward, variant less base, in SDs; NULL: not scored, or without a ruler
-- > base_score  reward of the base, raw
-- > variant_score  reward of the variant, raw
-- > left_out  why it is no evidence; '' where it is
-- > base  the one text
-- > variant  the other
-- > prompt  the last message of the prompt
-- > pair  key of the pair; NULL where a guard left it out, or the run only changes it further (oracle:degrade+…)
-- > item  item id
WITH verified AS (
  SELECT m.model, m.ruler, v.*, a.expects,
         (SELECT p.key FROM pairs p JOIN run_pairs rp ON rp.run = v.run AND rp.pair = p.key AND rp.item = v.item
           WHERE p.base = v.base AND p.variant = v.variant AND p.augmentation = v.operator LIMIT 1) AS pair
    FROM run_interventions v JOIN run_models m ON m.run = v.run
    LEFT JOIN augmentations a ON a.name = v.operator AND a.version = (SELECT max(n.version) FROM augmentations n WHERE n.name = v.operator)
   WHERE v.outcome = 'verified' AND v.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
     AND (:augmentation IS NULL OR v.operator = :augmentation)),
scored AS (
  SELECT v.*,
         (SELECT sum(h.weight * l.logit) FROM runs r JOIN run_heads h ON h.run = r.id
            JOIN scores l ON l.scorer = r.scorer AND l.text = v.base AND l.head = h.head WHERE r.id = v.run) AS base_score,
         (SELECT sum(h.weight * l.logit) FROM runs r JOIN run_heads h ON h.run = r.id
            JOIN scores l ON l.scorer = r.scorer AND l.text = v.variant AND l.head = h.head WHERE r.id = v.run) AS variant_score,
         coalesce((SELECT s.reason FROM skips s WHERE s.run = v.run AND s.augmentation = v.operator AND s.dose = 0 AND s.item = v.item
                      AND v.pair IS NULL LIMIT 1),
                  (SELECT 'truncated-by-model' FROM runs r JOIN scores l ON l.scorer = r.scorer AND l.text IN (v.base, v.variant) AND l.head = 0
                    WHERE r.id = v.run AND l.truncated = 1 LIMIT 1),
                  CASE WHEN v.pair IN (SELECT s.pair FROM suspect_pairs s) THEN 'expectation-suspect' END, '') AS left_out
    FROM verified v),
moved AS (SELECT s.*, s.variant_score - s.base_score AS difference FROM scored s),
ranked AS (
  SELECT w.*, row_number() OVER (PARTITION BY w.run ORDER BY
           CASE w.expects WHEN 'higher' THEN w.difference WHEN 'same' THEN -abs(w.difference) ELSE -w.difference END, w.operator, w.item) AS place FROM moved w)
SELECT r.model, r.operator, r.expects, r.attribute, r.detail AS change, r.agreement, r.difference / nullif(r.ruler, 0) AS z, r.base_score, r.variant_score, r.left_out,
       b.response AS base, t.response AS variant, q.text AS prompt, r.pair, r.item
  FROM ranked r JOIN texts b ON b.key = r.base JOIN texts t ON t.key = r.variant JOIN prompts q ON q.key = b.prompt
 WHERE r.place <= :limit
 ORDER BY r.model, r.run, r.place;
