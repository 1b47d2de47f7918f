-- What may have been trained on: every export for training that was made or named, and what runs have in common with it.

-- The ledger. `augment`: written by tare augment with this database, held against every later run; `trained-on`: named for one run.
CREATE TABLE training_exports (
  id     INTEGER PRIMARY KEY,
  origin TEXT    NOT NULL CHECK (origin IN ('augment', 'trained-on')),
  file   TEXT    NOT NULL,
  at     TEXT    NOT NULL,                                  -- when it was written; '' where a named file does not say
  format TEXT    NOT NULL,                                  -- pairs, trl, digests, or the format of a data file
  digest TEXT    NOT NULL                                   -- of its digests in order; '' while it is being written
) STRICT;

-- What an export holds, by digest of the text after NFKC, lower case and single spaces.
CREATE TABLE export_digests (
  export INTEGER NOT NULL REFERENCES training_exports (id),
  kind   TEXT    NOT NULL CHECK (kind IN ('prompt', 'answer', 'pair')), -- answers of 16 words or more; a pair is two prompts with answers, in either order
  digest TEXT    NOT NULL,
  PRIMARY KEY (kind, digest, export)
) STRICT, WITHOUT ROWID;

-- Which operators an export is made of, and which were kept out of it so that a gate can rest on them.
CREATE TABLE export_operators (
  export       INTEGER NOT NULL REFERENCES training_exports (id),
  augmentation TEXT    NOT NULL,                            -- without its dose
  held_out     INTEGER NOT NULL CHECK (held_out IN (0, 1)),
  PRIMARY KEY (export, augmentation)
) STRICT, WITHOUT ROWID;

-- The exports that a run was held against.
CREATE TABLE run_exports (
  run      TEXT    NOT NULL REFERENCES runs (id),
  export   INTEGER NOT NULL REFERENCES training_exports (id),
  left_out INTEGER NOT NULL,                                -- items of the data that were left out since it holds them
  PRIMARY KEY (run, export)
) STRICT, WITHOUT ROWID;

-- The items of a run that such an export holds.
CREATE TABLE run_exported_items (
  run     TEXT    NOT NULL,
  export  INTEGER NOT NULL,
  item    TEXT    NOT NULL REFERENCES items (id),
  prompt  INTEGER NOT NULL CHECK (prompt IN (0, 1)),        -- 1: its prompt was exported
  answers INTEGER NOT NULL,                                 -- how many of its answers were
  pairs   INTEGER NOT NULL DEFAULT 0,                       -- how many of its pairs were, as they are
  PRIMARY KEY (run, export, item),
  FOREIGN KEY (run, export) REFERENCES run_exports (run, export)
) STRICT, WITHOUT ROWID;

-- What operators left alone in the items of a run: one row for each of these that an item holds.
CREATE TABLE run_left_alone (
  run      TEXT    NOT NULL REFERENCES runs (id),
  item     TEXT    NOT NULL REFERENCES items (id),
  kind     TEXT    NOT NULL CHECK (kind IN ('reasoning', 'system prompt', 'tool calls')),
  kept     INTEGER NOT NULL,                                -- pairs in which it stands as it was
  replaced INTEGER NOT NULL,                                -- pairs whose operator says that it takes the place of the whole answer
  refused  INTEGER NOT NULL,                                -- pairs that were refused since the operator touched it
  PRIMARY KEY (run, item, kind)
) STRICT, WITHOUT ROWID;
