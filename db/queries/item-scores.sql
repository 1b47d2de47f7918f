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
SELECT m.model, p.role, p.style, p.augmentation, p.dose, p.variant_score, p.z, t.response
  FROM run_models m JOIN pair_scores p ON p.run = m.run JOIN texts t ON t.key = p.variant
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND p.item = :item
 ORDER BY 1, 2, 3, 4, 5;
