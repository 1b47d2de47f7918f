-- What else changed in the pairs of an operator: length, lists, headings, numbers, code? Means over its pairs, variant less base.
-- :augmentation augmentation  name of the augmentation
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > augmentation  operator
-- > dose  dose of the operator; NULL: it has none, or all together
-- > pairs  pairs
-- > length_ratio  tokens of the variant over tokens of the base, geometric mean
-- > tokens  tokens added
-- > sentences  sentences added
-- > list_items  list items added
-- > headings  headings added
-- > bold  bold spans added
-- > code_spans  code spans added
-- > numbers  numbers added
-- > register_markers  hedges, boosters, address, contractions, exclamations added
-- > similarity  share of tokens in common
SELECT m.model, d.augmentation, nullif(d.dose, 0) AS dose, d.pairs, d.length_ratio, d.tokens, d.sentences, d.list_items, d.headings,
       d.bold, d.code_spans, d.numbers, d.register_markers, d.similarity
  FROM run_models m JOIN operator_drift d ON d.run = m.run
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL) AND d.augmentation = :augmentation
 ORDER BY m.model, m.run, d.dose;
