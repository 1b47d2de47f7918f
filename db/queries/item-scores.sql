-- How does one item score, as it is and under every change?
-- :item item  item id or its beginning
-- :run run = latest  run id or its beginning
SELECT m.model, b.role, b.style, '(base)' AS augmentation, NULL AS dose, b.score, NULL AS z, t.response
  FROM run_models m JOIN base_scores b ON b.run = m.run JOIN texts t ON t.key = b.text
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END) AND b.item = :item
UNION ALL
SELECT x.model, x.role, x.style, x.augmentation, x.dose, x.after, (x.after - x.before) / nullif(x.ruler, 0), t.response
  FROM (SELECT m.model, m.ruler, a.role, a.style, p.augmentation, p.dose, p.variant,
               (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = p.base AND l.head = h.head
                 WHERE h.run = r.id) AS before,
               (SELECT sum(h.weight * l.logit) FROM run_heads h JOIN scores l ON l.scorer = r.scorer AND l.text = p.variant AND l.head = h.head
                 WHERE h.run = r.id) AS after
          FROM run_models m JOIN runs r ON r.id = m.run JOIN run_pairs rp ON rp.run = m.run AND rp.item = :item
          JOIN pairs p ON p.key = rp.pair JOIN responses a ON a.item = rp.item AND a.position = rp.position
         WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END)) x
  JOIN texts t ON t.key = x.variant WHERE x.after IS NOT NULL
 ORDER BY 1, 2, 3, 4, 5;
