-- What was exported for training, or named as trained on? One row an export.
SELECT e.id, e.at, e.origin, e.file, e.format,
       (SELECT count(*) FROM export_digests d WHERE d.export = e.id AND d.kind = 'prompt') AS prompts,
       (SELECT count(*) FROM export_digests d WHERE d.export = e.id AND d.kind = 'pair') AS pairs,
       (SELECT group_concat(augmentation, ', ') FROM export_operators o WHERE o.export = e.id AND NOT o.held_out) AS operators,
       (SELECT group_concat(augmentation, ', ') FROM export_operators o WHERE o.export = e.id AND o.held_out) AS held_out
  FROM training_exports e ORDER BY e.id;
