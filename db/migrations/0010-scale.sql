-- What would take long to read out of scores and texts when there are a million pairs, kept ready. Nothing here is content: all of it
-- follows from the other tables and is made anew from them: by every analysis and, where it is missing, when tare opens the file.

-- The reward of every response of a run that was analysed, in the order in which statistics read them. Read it as `base_scores`.
CREATE TABLE base_rewards (
  run           TEXT    NOT NULL REFERENCES runs (id),
  item          TEXT    NOT NULL REFERENCES items (id),
  position      INTEGER NOT NULL,
  prompt        TEXT    NOT NULL REFERENCES prompts (key),
  subset        TEXT    NOT NULL,
  role          TEXT    NOT NULL,
  style         TEXT    NOT NULL,
  text          TEXT    NOT NULL REFERENCES texts (key),
  score         REAL    NOT NULL,                           -- the run's weighted sum of logits
  scorer_tokens INTEGER NOT NULL,
  truncated     INTEGER NOT NULL CHECK (truncated IN (0, 1)),
  PRIMARY KEY (run, item, position)
) STRICT, WITHOUT ROWID;

-- Pairs of a run that are alike in all but their texts, with how many there are: what pages and counts are found by.
CREATE TABLE pair_cells (
  id           INTEGER PRIMARY KEY,
  run          TEXT    NOT NULL REFERENCES runs (id),
  augmentation TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  dose         REAL,                                        -- NULL for operators without doses
  role         TEXT    NOT NULL,                            -- of the response that was changed
  style        TEXT    NOT NULL,
  subset       TEXT    NOT NULL,
  truncated    INTEGER NOT NULL CHECK (truncated IN (0, 1)), -- 1: either text was cut to the model's window
  pairs        INTEGER NOT NULL,
  difference   REAL    NOT NULL,                            -- the sum over its pairs of variant less base, raw
  members      INTEGER NOT NULL,                            -- a sum over its pairs, items and positions: two cells of the same have the same
  broken       INTEGER NOT NULL,                            -- moved against what the operator expects, by more than twice the noise floor
  FOREIGN KEY (augmentation, version) REFERENCES augmentations (name, version)
) STRICT;
CREATE INDEX pair_cells_by_run ON pair_cells (run, augmentation, dose);

-- Both rewards of every pair of an analysed run, in each cell by how far the reward moved. Read it as `pair_scores`.
CREATE TABLE pair_rewards (
  cell          INTEGER NOT NULL REFERENCES pair_cells (id),
  difference    REAL    NOT NULL,                           -- variant less base, raw
  pair          TEXT    NOT NULL,
  item          TEXT    NOT NULL,
  position      INTEGER NOT NULL,
  base_score    REAL    NOT NULL,
  variant_score REAL    NOT NULL,
  off           REAL,                                       -- of a change of the prompt: difference less the mean of the item's at this dose
  PRIMARY KEY (cell, difference, pair, item, position)
) STRICT, WITHOUT ROWID;

-- Means over all pairs of an operator at a dose, those left out that are no evidence (truncated, suspect when the run was analysed).
CREATE TABLE operator_means (
  run          TEXT    NOT NULL REFERENCES runs (id),
  augmentation TEXT    NOT NULL,
  dose         REAL    NOT NULL,                            -- 0 where there is none
  pairs        INTEGER NOT NULL,
  length_ratio REAL,                                        -- variant over base tokens; this and the next two are means over items
  difference   REAL,                                        -- variant less base, raw
  up           REAL,                                        -- share that rose by more than twice the noise floor
  comparisons  INTEGER NOT NULL,                            -- of a chosen with a rejected answer, both changed by it
  right_before INTEGER NOT NULL,                            -- where the chosen one scored higher; a tie is wrong
  right_after  INTEGER NOT NULL,
  PRIMARY KEY (run, augmentation, dose)
) STRICT, WITHOUT ROWID;

-- Mean change over all pairs of an operator at a dose, variant less base: what `pair_drift` has of each.
CREATE TABLE operator_drift (
  run              TEXT    NOT NULL REFERENCES runs (id),
  augmentation     TEXT    NOT NULL,
  dose             REAL    NOT NULL,                        -- 0 where there is none
  pairs            INTEGER NOT NULL,
  length_ratio     REAL    NOT NULL,                        -- variant over base tokens, geometric mean
  tokens           REAL    NOT NULL,
  sentences        REAL    NOT NULL,
  list_items       REAL    NOT NULL,
  headings         REAL    NOT NULL,
  bold             REAL    NOT NULL,
  code_spans       REAL    NOT NULL,
  numbers          REAL    NOT NULL,
  register_markers REAL    NOT NULL,
  similarity       REAL    NOT NULL,
  PRIMARY KEY (run, augmentation, dose)
) STRICT, WITHOUT ROWID;

-- Rows of `skips` by what they say.
CREATE TABLE skip_counts (
  run          TEXT    NOT NULL REFERENCES runs (id),
  augmentation TEXT    NOT NULL,
  dose         REAL    NOT NULL,                            -- 0 for operators without doses
  reason       TEXT    NOT NULL,
  skips        INTEGER NOT NULL,
  PRIMARY KEY (run, augmentation, dose, reason)
) STRICT, WITHOUT ROWID;

-- How many texts each scorer has scored, and how many of them it cut; kept by the triggers.
CREATE TABLE score_counts (
  scorer    TEXT    PRIMARY KEY REFERENCES scorers (key),
  texts     INTEGER NOT NULL,
  truncated INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO score_counts SELECT scorer, count(*), sum(truncated) FROM scores WHERE head = 0 GROUP BY scorer;
CREATE TRIGGER scores_counted AFTER INSERT ON scores WHEN new.head = 0 BEGIN
  INSERT INTO score_counts VALUES (new.scorer, 1, new.truncated)
      ON CONFLICT (scorer) DO UPDATE SET texts = texts + 1, truncated = truncated + excluded.truncated;
END;
CREATE TRIGGER scores_uncounted AFTER DELETE ON scores WHEN old.head = 0 BEGIN
  UPDATE score_counts SET texts = texts - 1, truncated = truncated - old.truncated WHERE scorer = old.scorer;
END;

-- Texts by number: what the words of `text_words` point at. A number never changes, whatever is vacuumed or merged.
CREATE TABLE text_numbers (
  number INTEGER PRIMARY KEY,
  text   TEXT NOT NULL UNIQUE REFERENCES texts (key)
) STRICT;
CREATE TABLE prompt_numbers (
  number INTEGER PRIMARY KEY,
  prompt TEXT NOT NULL UNIQUE REFERENCES prompts (key),
  said   TEXT                                               -- all messages, where there are others than the last one
) STRICT;

-- Which words stand in which response, and in which prompt: SELECT response FROM response_words WHERE response_words MATCH 'word'.
-- The texts themselves stay where they are; `numbered_responses` and `numbered_prompts` (db/views) say how to get at them.
CREATE VIRTUAL TABLE response_words USING fts5 (
  response, content = 'numbered_responses', content_rowid = 'number', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE prompt_words USING fts5 (
  prompt, content = 'numbered_prompts', content_rowid = 'number', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);

-- Texts longer than a model's window are few, and were looked for among all.
CREATE INDEX scores_truncated ON scores (scorer, text) WHERE truncated = 1 AND head = 0;
-- Nothing is looked up by a text alone: scores are found by scorer and text.
DROP INDEX scores_by_text;
