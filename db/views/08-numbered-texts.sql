-- Responses by the numbers that `response_words` knows them by.
CREATE VIEW numbered_responses AS
SELECT n.number, t.response, n.text FROM text_numbers n JOIN texts t ON t.key = n.text;

-- All that is said in a prompt, by the numbers that `prompt_words` knows them by.
CREATE VIEW numbered_prompts AS
SELECT n.number, coalesce(n.said, p.text) AS prompt, n.prompt AS key
  FROM prompt_numbers n JOIN prompts p ON p.key = n.prompt;
