-- What else changed in the pairs of a run, with operator and dose: `drift` beside `run_pairs`. Counts are variant less base;
-- `tokens` and `length_ratio` (variant over base) are counted alike for every scorer, of the response alone.
CREATE VIEW pair_drift AS
SELECT rp.run, rp.pair, rp.item, rp.position, p.augmentation, p.version, p.dose,
       CAST(d.variant_tokens - d.base_tokens AS INTEGER) AS tokens, CAST(1.0 * max(d.variant_tokens, 1) / max(d.base_tokens, 1) AS REAL) AS length_ratio,
       d.sentences, d.list_items, d.headings, d.bold, d.code_spans, d.code_errors, d.numbers, d.urls, d.capitals,
       d.register_markers, d.similarity, d.edit_similarity
  FROM pairs p JOIN run_pairs rp ON rp.pair = p.key JOIN drift d ON d.pair = p.key;
