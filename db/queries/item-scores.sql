-- How does one item score, as it is and under every change?
-- :item item  item id or its beginning
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > role  chosen, rejected or response
-- > style  style of the answer, where the data have styles
-- > augmentation  operator; (base): the answer as it is
-- > dose  dose of the operator; NULL: it has none, or all together
-- > score  reward, raw
-- > z  move of the reward, in SDs
-- > response  the response
SELECT m.model, b.role, b.style, '(base)' AS augmentation, NULL AS dose, b.score, NULL AS z, t.response
  FROM run_models m JOIN base_scores b ON b.run = m.run JOIN texts t ON t.key = b.text
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND b.item = :item
UNION ALL
SELECT x.model, x.role, x.style, x.augmentation, x.dose, x.after, (x.after - x.before) / nullif(x.ruler, 0), t.response
  FROM (SELECT m.model, m.ruler, a.role, a.style, p.augmentation, p.dose, p.variant,
               (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = p.base AND l.head = h.head
                 WHERE h.run = r.id) AS before,
               (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = p.variant AND l.head = h.head
                 WHERE h.run = r.id) AS after
          FROM run_models m JOIN runs r ON r.id = m.run JOIN run_pairs rp ON rp.run = m.run AND rp.item = :item
          JOIN pairs p ON p.key = rp.pair JOIN responses a ON a.item = rp.item AND a.position = rp.position
         WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)) x
  JOIN texts t ON t.key = x.variant WHERE x.after IS NOT NULL
 ORDER BY 1, 2, 3, 4, 5;
