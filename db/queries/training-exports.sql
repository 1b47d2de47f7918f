-- What was exported for training, or named as trained on? One row an export.
-- > id  number in the ledger
-- > at  when it was written
-- > origin  augment, or trained-on
-- > file  the file
-- > format  format of the file
-- > prompts  prompts it holds
-- > pairs  pairs it holds
-- > operators  operators it was made with
-- > held_out  operators kept out of it
SELECT e.id, e.at, e.origin, e.file, e.format,
       (SELECT count(*) FROM export_digests d WHERE d.export = e.id AND d.kind = 'prompt') AS prompts,
       (SELECT count(*) FROM export_digests d WHERE d.export = e.id AND d.kind = 'pair') AS pairs,
       (SELECT group_concat(augmentation, ', ') FROM export_operators o WHERE o.export = e.id AND NOT o.held_out) AS operators,
       (SELECT group_concat(augmentation, ', ') FROM export_operators o WHERE o.export = e.id AND o.held_out) AS held_out
  FROM training_exports e ORDER BY e.id;
