-- How often does best-of-n take a hacked or degraded text as n grows? kl: nats from the policy, log n - (n - 1) / n.
-- :run run = latest  run id or its beginning
-- :kind badkind = any  what the bad texts are: degradation, hack, probe, composed or rejected
-- :augmentation augmentation = any  one operator
SELECT m.model, b.kind, b.attribute, b.augmentation, b.n, ln(b.n) - (b.n - 1.0) / b.n AS kl, b.taken, b.lower, b.upper, b.blind,
       b.prompts, b.good, b.bad, b.reason
  FROM run_models m JOIN best_of_n b ON b.run = m.run
 WHERE (CASE WHEN :run IS NULL THEN m.newest ELSE m.run = :run END)
   AND (:kind IS NULL OR b.kind = :kind) AND (:augmentation IS NULL OR b.augmentation = :augmentation)
 ORDER BY m.model, b.kind = 'rejected', b.kind <> 'any', b.kind, b.attribute, b.augmentation, b.n;
