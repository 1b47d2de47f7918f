-- Which texts were longer than the model's window, so that their pairs are no evidence?
-- :run run = latest  run id or its beginning
-- :limit number = 20  how many texts
-- > model  name of the model
-- > scorer_tokens  tokens the scorer would read
-- > characters  characters of the response
-- > prompt  the last message of the prompt
-- > response  the response
-- > text  key of the text
SELECT m.model, s.tokens AS scorer_tokens, length(t.response) AS characters, q.text AS prompt, t.response, t.key AS text
  FROM run_models m JOIN runs r ON r.id = m.run JOIN run_texts rt ON rt.run = r.id
  JOIN scores s ON s.scorer = r.scorer AND s.text = rt.text AND s.head = 0 AND s.truncated = 1
  JOIN texts t ON t.key = rt.text JOIN prompts q ON q.key = t.prompt
 WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)
 ORDER BY characters DESC, t.key LIMIT :limit;
