-- Which texts were longer than the model's window, so that their pairs are no evidence?
-- :run run = latest  run id or its beginning
-- :limit number = 20  how many texts
-- > model  name of the model
-- > scorer_tokens  tokens the scorer would read
-- > characters  characters of the response
-- > prompt  the last message of the prompt
-- > response  the response
-- > text  key of the text
-- Longest first among those cut: the few that were cut are found first (CROSS JOIN), then which of them are the run's.
WITH cut AS (
  SELECT m.model, s.tokens, s.text
    FROM run_models m CROSS JOIN runs r ON r.id = m.run
   CROSS JOIN scores s ON s.scorer = r.scorer AND s.head = 0 AND s.truncated = 1
   CROSS JOIN run_texts rt ON rt.run = r.id AND rt.text = s.text
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL))
SELECT c.model, c.tokens AS scorer_tokens, length(t.response) AS characters, q.text AS prompt, t.response, t.key AS text
  FROM (SELECT c.*, row_number() OVER (ORDER BY length(t.response) DESC, t.key, c.model) AS place FROM cut c JOIN texts t ON t.key = c.text) c
  JOIN texts t ON t.key = c.text JOIN prompts q ON q.key = t.prompt
 WHERE c.place <= :limit
 ORDER BY characters DESC, t.key, c.model;
