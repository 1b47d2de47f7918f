-- What optimising against the reward would find: best-of-n, and what a hack buys back.

-- How often best-of-n takes a bad text, exactly, from stored scores: n draws with replacement from the pool of a prompt, half
-- of them answers as they are, half what operators made of them; of the draws that tie for the highest score each is as likely
-- to be taken. One row an n: 1, 2, 4, ...
CREATE TABLE best_of_n (
  run          TEXT    NOT NULL REFERENCES runs (id),
  kind         TEXT    NOT NULL CHECK (kind IN ('any', 'degradation', 'hack', 'probe', 'composed', 'rejected')), -- what the bad ones are; any: all but rejected
  attribute    TEXT    NOT NULL,                            -- '' where all of the kind are meant
  augmentation TEXT    NOT NULL,                            -- '' where all of the attribute are meant
  n            INTEGER NOT NULL CHECK (n >= 1),             -- draws
  taken        REAL    NOT NULL CHECK (taken BETWEEN 0 AND 1), -- chance to take a bad text, mean over prompts
  lower        REAL,                                        -- one-sided bounds, each at 1 - alpha
  upper        REAL,
  alpha        REAL    NOT NULL,
  blind        REAL    NOT NULL,                            -- what a reward would take that cannot tell bad from good
  prompts      INTEGER NOT NULL,                            -- one pool each
  good         INTEGER NOT NULL,                            -- candidates in all pools together
  bad          INTEGER NOT NULL,
  method       TEXT    NOT NULL,
  reason       TEXT    NOT NULL,                            -- why there is no interval; '' where there is one
  PRIMARY KEY (run, kind, attribute, augmentation, n)
) STRICT, WITHOUT ROWID;

-- The dose of a hack at which a degraded and hacked answer scores, on average, as the answer it was made of. Signs: '' the
-- dose, < below the smallest that was tried, > above the largest.
CREATE TABLE exchange_rates (
  run         TEXT    NOT NULL REFERENCES runs (id),
  degradation TEXT    NOT NULL,                             -- with its dose where it has any
  hack        TEXT    NOT NULL,
  loss        REAL,                                         -- mean z of the degradation alone, on the same texts
  loss_lower  REAL,                                         -- one-sided bounds, each at 1 - alpha
  loss_upper  REAL,
  dose        REAL,                                         -- of the hack; NULL where there is nothing to buy back
  dose_sign   TEXT    NOT NULL CHECK (dose_sign IN ('', '<', '>')),
  lower       REAL,                                         -- one-sided bounds of the dose, each at 1 - alpha
  lower_sign  TEXT    NOT NULL CHECK (lower_sign IN ('', '<', '>')),
  upper       REAL,
  upper_sign  TEXT    NOT NULL CHECK (upper_sign IN ('', '<', '>')),
  alpha       REAL    NOT NULL,
  method      TEXT    NOT NULL,
  n           INTEGER NOT NULL,                             -- texts seen degraded alone and at every dose of the hack
  clusters    INTEGER NOT NULL,                             -- prompts
  reason      TEXT    NOT NULL,                             -- why there is no dose, or no interval; '' where there are both
  PRIMARY KEY (run, degradation, hack)
) STRICT, WITHOUT ROWID;

-- What training against a reward has made of a policy's answers: means over its checkpoints, in runs on rollouts.
CREATE TABLE checkpoint_means (
  run          TEXT    NOT NULL REFERENCES runs (id),
  place        INTEGER NOT NULL CHECK (place >= 0),         -- in the order of training
  checkpoint   TEXT    NOT NULL,                            -- as the log names it; '' where it does not
  step         REAL,                                        -- NULL where the log has none
  measure      TEXT    NOT NULL,                            -- reward (raw), tokens, list items, headings, bold, or logged NAME
  mean         REAL    NOT NULL,                            -- over prompts at this checkpoint
  lower        REAL,                                        -- one-sided bounds, each at 1 - alpha
  upper        REAL,
  change       REAL,                                        -- since the first checkpoint, under the same prompts; NULL at the first
  change_lower REAL,
  change_upper REAL,
  alpha        REAL    NOT NULL,
  n            INTEGER NOT NULL,                            -- answers
  prompts      INTEGER NOT NULL,
  reason       TEXT    NOT NULL,                            -- why a bound is missing; '' where none is
  PRIMARY KEY (run, place, measure)
) STRICT, WITHOUT ROWID;

-- How a measure goes with the reward under the same prompt: Pearson's correlation of deviations from the prompt's mean.
CREATE TABLE reward_correlations (
  run         TEXT    NOT NULL REFERENCES runs (id),
  measure     TEXT    NOT NULL,                             -- as in checkpoint_means; tokens by their logarithm
  level       TEXT    NOT NULL CHECK (level IN ('within', 'across')), -- within: among answers of one checkpoint; across: means of checkpoints
  correlation REAL    CHECK (correlation BETWEEN -1 AND 1), -- NULL where either does not vary
  lower       REAL,                                         -- one-sided bounds, each at 1 - alpha
  upper       REAL,
  alpha       REAL    NOT NULL,
  n           INTEGER NOT NULL,                             -- answers, or checkpoints of prompts
  prompts     INTEGER NOT NULL,
  reason      TEXT    NOT NULL,                             -- why a number is missing; '' where none is
  PRIMARY KEY (run, measure, level)
) STRICT, WITHOUT ROWID;
