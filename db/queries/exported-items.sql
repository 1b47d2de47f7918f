-- Which items of a run were exported for training, and in which file?
-- :run run = latest  run id or its beginning
-- > model  name of the model
-- > item  item id
-- > at  when it was exported
-- > file  file it was exported to
-- > prompt_exported  1: its prompt was
-- > answers_exported  how many of its answers were
-- > pairs_exported  how many of its pairs were
-- > prompt  beginning of the prompt
SELECT m.model, x.item, e.at, e.file, x.prompt AS prompt_exported, x.answers AS answers_exported, x.pairs AS pairs_exported,
       substr(p.text, 1, 80) AS prompt
  FROM run_models m JOIN run_exported_items x ON x.run = m.run
  JOIN training_exports e ON e.id = x.export JOIN items i ON i.id = x.item JOIN prompts p ON p.key = i.prompt
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY m.model, e.at, e.id, x.item;
