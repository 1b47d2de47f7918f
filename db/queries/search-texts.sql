-- Which prompts and responses hold these words? All of them must be there; "several words" stand side by side, word* begins one.
-- :words words  what to look for
-- :limit number = 20  how many prompts, and how many responses
-- > found_in  prompt or response
-- > words  what was found, with the words around it
-- > item  an item of this prompt; NULL: none
-- > pair  a pair whose variant it is; NULL: none, as with the answers of the data
-- > text  key of the text; of a prompt, its own
SELECT 'prompt' AS found_in, snippet(prompt_words, 0, '', '', '…', 16) AS words,
       (SELECT id FROM items i WHERE i.prompt = n.prompt ORDER BY id LIMIT 1) AS item, NULL AS pair, n.prompt AS text
  FROM (SELECT rowid AS number FROM prompt_words WHERE prompt_words MATCH :words ORDER BY rowid LIMIT :limit) f
  JOIN prompt_words w ON w.rowid = f.number AND prompt_words MATCH :words
  JOIN prompt_numbers n ON n.number = f.number
UNION ALL
SELECT 'response', snippet(response_words, 0, '', '', '…', 16),
       (SELECT id FROM items i WHERE i.prompt = t.prompt ORDER BY id LIMIT 1),
       (SELECT key FROM pairs p WHERE p.variant = t.key ORDER BY key LIMIT 1), t.key
  FROM (SELECT rowid AS number FROM response_words WHERE response_words MATCH :words ORDER BY rowid LIMIT :limit) f
  JOIN response_words w ON w.rowid = f.number AND response_words MATCH :words
  JOIN text_numbers n ON n.number = f.number JOIN texts t ON t.key = n.text;
