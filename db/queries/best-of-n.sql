-- How often does best-of-n take a hacked or degraded text as n grows? kl: nats from the policy, log n - (n - 1) / n.
-- :run run = latest  run id or its beginning
-- :kind badkind = any  what the bad texts are: degradation, hack, probe, composed or rejected
-- :augmentation augmentation = any  one operator
-- > model  name of the model
-- > kind  what the bad texts are: degradation, hack, probe, composed, rejected; any: all but rejected
-- > attribute  attribute; '' where all of the kind are meant
-- > augmentation  operator; '' where all of the attribute are meant
-- > n  draws
-- > kl  distance from the policy in nats, log n - (n - 1) / n
-- > taken  chance that a bad text is taken, mean over prompts
-- > lower  lower bound, one-sided at 1 - alpha
-- > upper  upper bound, one-sided at 1 - alpha
-- > blind  the same of a reward that cannot tell bad from good
-- > prompts  prompts, one pool each
-- > good  good candidates in all pools
-- > bad  bad candidates in all pools
-- > reason  why there is no interval; '' where there is one
SELECT m.model, b.kind, b.attribute, b.augmentation, b.n, ln(b.n) - (b.n - 1.0) / b.n AS kl, b.taken, b.lower, b.upper, b.blind,
       b.prompts, b.good, b.bad, b.reason
  FROM run_models m JOIN best_of_n b ON b.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
   AND (:kind IS NULL OR b.kind = :kind) AND (:augmentation IS NULL OR b.augmentation = :augmentation)
 ORDER BY m.model, b.kind = 'rejected', b.kind <> 'any', b.kind, b.attribute, b.augmentation, b.n;
