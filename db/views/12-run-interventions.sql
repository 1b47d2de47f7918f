-- The oracle operators that a run asked for; of a composed one (oracle:degrade+emoji-added) its first part, which is what an
-- oracle is asked for. `implied`: where the run puts oracle pairs under another prompt (oracle:irrelevant-query), it rests on
-- degradations too, and on an upgrade where there is no degradation.
CREATE VIEW run_oracle_operators AS
SELECT run, operator, min(implied) AS implied FROM (
  SELECT o.run, substr(p.value, 1, instr(replace(p.value, '+', ' v'), ' v') - 1) AS operator, 0 AS implied
    FROM run_oracles o JOIN runs r ON r.id = o.run CROSS JOIN json_each(r.plan, '$.operators') p
   WHERE p.value GLOB 'oracle:* v*'
  UNION ALL
  SELECT o.run, b.value, 1
    FROM run_oracles o JOIN runs r ON r.id = o.run CROSS JOIN json_each(r.plan, '$.operators') p
   CROSS JOIN json_each('["oracle:degrade", "oracle:upgrade"]') b
   WHERE p.value GLOB 'oracle:irrelevant-query v*')
 GROUP BY run, operator;

-- What an oracle was to do to the items of a run, and what came of it; its questions are in
-- oracle_intervention_calls under the same settings, item and operator.
CREATE VIEW run_interventions AS
SELECT n.run, v.settings, v.item, v.operator, v.position, v.attribute, iif(s.run IS NULL, v.outcome, 'refused') AS outcome,
       coalesce(s.reason, v.reason) AS reason, coalesce(s.detail, v.detail) AS detail, iif(s.run IS NULL, v.base, NULL) AS base,
       iif(s.run IS NULL, v.variant, NULL) AS variant, iif(s.run IS NULL, v.agreement, NULL) AS agreement
  FROM run_oracle_operators n JOIN run_oracles o ON o.run = n.run
 CROSS JOIN run_items i ON i.run = n.run
 CROSS JOIN oracle_interventions v ON v.settings = o.settings AND v.item = i.item AND v.operator = n.operator
  -- What a later command had made is none of a run's that went without it.
  LEFT JOIN skips s ON s.run = n.run AND s.augmentation = n.operator AND s.dose = 0 AND s.item = v.item AND s.position = v.position
       AND s.stage = 'apply' AND s.reason IN ('oracle-not-asked', 'oracle-over-budget', 'oracle-unreachable', 'oracle-not-recorded')
 WHERE n.implied = 0 OR v.operator = 'oracle:degrade' OR NOT EXISTS (
   SELECT 1 FROM oracle_interventions d
    WHERE d.settings = v.settings AND d.item = v.item AND d.operator = 'oracle:degrade' AND d.outcome = 'verified');
