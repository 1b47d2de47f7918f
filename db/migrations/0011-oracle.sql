-- ------------------------------------------------------------------ what an oracle was asked and answered, and what came of it

-- Who was asked: a language model, or what stands for one.
CREATE TABLE oracles (
  key     TEXT PRIMARY KEY,                                 -- digest of all that changes its answers
  kind    TEXT NOT NULL,                                    -- openai, local, replay, scripted
  model   TEXT NOT NULL,                                    -- name of the model
  address TEXT NOT NULL,                                    -- where it is served, without user, password and query; '' where nothing is served
  note    TEXT NOT NULL                                     -- what a reader must know of who answers ("written by hand"); '' for a language model
) STRICT, WITHOUT ROWID;

-- Files of an oracle that is read from a folder: models, records.
CREATE TABLE oracle_files (
  oracle TEXT NOT NULL REFERENCES oracles (key),
  file   TEXT NOT NULL,                                     -- name within its folder
  sha256 TEXT NOT NULL,                                     -- of its content
  PRIMARY KEY (oracle, file)
) STRICT, WITHOUT ROWID;

-- Prompt files as they were read: an edited file is another row.
CREATE TABLE oracle_templates (
  digest  TEXT    PRIMARY KEY,                              -- of the source
  step    TEXT    NOT NULL,                                 -- attributes, merge, grade, degrade, upgrade, paraphrase, can, rewrite, verify
  version INTEGER NOT NULL,                                 -- as its front matter says
  source  TEXT    NOT NULL                                  -- the whole file
) STRICT, WITHOUT ROWID;

-- One question and its answer. The key is a digest of the question, so that it is never asked twice.
CREATE TABLE oracle_calls (
  key               TEXT    PRIMARY KEY,                    -- digest of oracle, template, messages, schema and sampling
  oracle            TEXT    NOT NULL REFERENCES oracles (key),
  template          TEXT    NOT NULL REFERENCES oracle_templates (digest),
  repairs           TEXT    REFERENCES oracle_calls (key),  -- the question whose unreadable answer this one asks to mend; NULL for a first question
  inputs            TEXT    NOT NULL,                       -- JSON: what the template was filled with
  messages          TEXT    NOT NULL,                       -- JSON: what was sent
  schema            TEXT    NOT NULL,                       -- JSON Schema the answer was held to
  sampling          TEXT    NOT NULL,                       -- JSON: temperature, maxTokens, seed
  answer            TEXT    NOT NULL,                       -- as it came
  parsed            TEXT,                                   -- JSON of what was read in it; NULL where it could not be
  outcome           TEXT    NOT NULL CHECK (outcome IN ('read', 'refused', 'truncated', 'unreadable')),
  problem           TEXT    NOT NULL,                       -- why it could not be read; '' where it was
  served_model      TEXT    NOT NULL,                       -- the model's name as the server gave it; '' for none
  prompt_tokens     INTEGER,                                -- NULL where nobody counted
  completion_tokens INTEGER,                                -- NULL where nobody counted
  cost              REAL,                                   -- by the price given then; NULL without one
  attempts          INTEGER NOT NULL,                       -- requests it took, retries included
  milliseconds      INTEGER NOT NULL,                       -- from the first request to the answer
  at                TEXT    NOT NULL,                       -- when the answer came
  CHECK ((outcome = 'read') = (parsed IS NOT NULL))
) STRICT;
CREATE INDEX oracle_calls_by_template ON oracle_calls (template, oracle);

-- The attributes that an oracle found to make answers to a prompt good.
CREATE TABLE oracle_attributes (
  call     TEXT    NOT NULL REFERENCES oracle_calls (key),
  position INTEGER NOT NULL,                                -- in the answer, from 0
  prompt   TEXT    NOT NULL REFERENCES prompts (key),
  name     TEXT    NOT NULL,                                -- in the oracle's words
  why      TEXT    NOT NULL,                                -- why it makes an answer good
  PRIMARY KEY (call, position)
) STRICT, WITHOUT ROWID;

-- How an answer was graded on an attribute.
CREATE TABLE oracle_grades (
  call      TEXT    NOT NULL REFERENCES oracle_calls (key),
  attribute TEXT    NOT NULL,                               -- its name
  text      TEXT    NOT NULL REFERENCES texts (key),
  grade     TEXT    NOT NULL CHECK (grade IN ('strong', 'weak')),
  quote     TEXT    NOT NULL,                               -- the evidence, as the oracle quoted it
  quoted    INTEGER NOT NULL CHECK (quoted IN (0, 1)),      -- 1: it stands in the answer, white space aside
  PRIMARY KEY (call, attribute)
) STRICT, WITHOUT ROWID;

-- Under which settings interventions were made: the same settings on the same item give the same pair.
CREATE TABLE oracle_settings (
  key        TEXT    PRIMARY KEY,                           -- digest of the rest
  oracle     TEXT    NOT NULL REFERENCES oracles (key),
  verifier   TEXT    NOT NULL REFERENCES oracles (key),     -- the oracle itself where no other was given
  templates  TEXT    NOT NULL,                              -- JSON: digest of the prompt file by step
  attributes TEXT,                                          -- JSON: the attributes of the rubric; NULL where they are found prompt by prompt
  seed       INTEGER NOT NULL                               -- of the order of prompts, and of sampling
) STRICT, WITHOUT ROWID;

-- One change that an oracle was to make to an answer of an item, and what came of it.
CREATE TABLE oracle_interventions (
  settings  TEXT    NOT NULL REFERENCES oracle_settings (key),
  item      TEXT    NOT NULL REFERENCES items (id),
  operator  TEXT    NOT NULL,                               -- oracle:degrade, oracle:paraphrase, oracle:double/shorter …
  position  INTEGER NOT NULL,                               -- of the answer of the item that it started from, or is compared with
  attribute TEXT    NOT NULL,                               -- the one that was to move; '' for a neutral change
  outcome   TEXT    NOT NULL CHECK (outcome IN ('verified', 'refused')),
  reason    TEXT    NOT NULL,                               -- why it was refused; '' where it was verified
  detail    TEXT    NOT NULL,                               -- the same in words, or what the oracle says that it changed
  base      TEXT    REFERENCES texts (key),                 -- NULL where it came to no pair
  variant   TEXT    REFERENCES texts (key),                 -- NULL where it came to no pair
  agreement REAL,                                           -- share of attributes on which the verifier said the same in both orders; NULL where it was not asked
  PRIMARY KEY (settings, item, operator),
  CHECK ((outcome = 'verified') = (reason = '')),
  CHECK (outcome = 'refused' OR (base IS NOT NULL AND variant IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- The questions behind an intervention, in order.
CREATE TABLE oracle_intervention_calls (
  settings TEXT    NOT NULL,
  item     TEXT    NOT NULL,
  operator TEXT    NOT NULL,
  ordinal  INTEGER NOT NULL,                                -- from 0
  part     TEXT    NOT NULL,                                -- step of the question; of a verification with the order: verify base first, verify variant first
  call     TEXT    NOT NULL REFERENCES oracle_calls (key),
  PRIMARY KEY (settings, item, operator, ordinal),
  FOREIGN KEY (settings, item, operator) REFERENCES oracle_interventions (settings, item, operator)
) STRICT, WITHOUT ROWID;
CREATE INDEX oracle_intervention_calls_by_call ON oracle_intervention_calls (call);

-- Which settings the oracle pairs of a run were made under.
CREATE TABLE run_oracles (
  run      TEXT PRIMARY KEY REFERENCES runs (id),
  settings TEXT NOT NULL REFERENCES oracle_settings (key),
  digest   TEXT NOT NULL                                    -- of the verified pairs of its items, as in its plan
) STRICT, WITHOUT ROWID;
