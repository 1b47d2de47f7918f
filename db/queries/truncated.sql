-- Which texts were longer than the model's window, so that their pairs are no evidence?
-- :run run = latest  run id or its beginning
-- :limit number = 20  how many texts
-- > model  name of the model
-- > scorer_tokens  tokens the scorer would read
-- > characters  characters of the response
-- > prompt  the last message of the prompt
-- > response  the response
-- > text  key of the text
-- The few that were cut are found first (CROSS JOIN), then which of them are the run's; each is measured once for all models.
WITH cut AS MATERIALIZED (
  SELECT m.model, s.tokens, s.text
    FROM run_models m CROSS JOIN runs r ON r.id = m.run
   CROSS JOIN scores s ON s.scorer = r.scorer AND s.head = 0 AND s.truncated = 1
   CROSS JOIN run_texts rt ON rt.run = r.id AND rt.text = s.text
   WHERE m.run IN (SELECT :run UNION ALL SELECT run FROM newest_runs WHERE :run IS NULL)),
longest AS MATERIALIZED (
  SELECT d.text, length(t.response) AS characters
    FROM (SELECT DISTINCT text FROM cut) d CROSS JOIN texts t ON t.key = d.text ORDER BY characters DESC, d.text LIMIT :limit)
SELECT c.model, c.tokens AS scorer_tokens, l.characters, q.text AS prompt, t.response, t.key AS text
  FROM longest l JOIN cut c ON c.text = l.text JOIN texts t ON t.key = l.text JOIN prompts q ON q.key = t.prompt
 ORDER BY l.characters DESC, t.key, c.model LIMIT :limit;
