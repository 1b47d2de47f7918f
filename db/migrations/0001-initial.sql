-- The first schema. Keys named `key`, `id` or `digest` are 128-bit content digests in hex (src/keys.ts):
-- the same content has the same key on every machine. Times are ISO-8601 text and never part of a key.

-- Facts about this file: `views` is the digest of the view definitions it holds.
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------------ what was read

CREATE TABLE prompts (
  key      TEXT PRIMARY KEY,
  messages TEXT NOT NULL CHECK (json_valid(messages)),      -- [{"role","content"}, ...]
  text     TEXT NOT NULL                                    -- the last message, for reading
) STRICT;

-- What a reward model reads: a prompt and one response to it.
CREATE TABLE texts (
  key      TEXT PRIMARY KEY,
  prompt   TEXT NOT NULL REFERENCES prompts (key),
  response TEXT NOT NULL
) STRICT;
CREATE INDEX texts_by_prompt ON texts (prompt);

CREATE TABLE items (
  id     TEXT PRIMARY KEY,
  prompt TEXT NOT NULL REFERENCES prompts (key),            -- the cluster of all statistics
  subset TEXT NOT NULL                                      -- part of the data set; '' where it has none
) STRICT;
CREATE INDEX items_by_prompt ON items (prompt);

CREATE TABLE responses (
  item     TEXT    NOT NULL REFERENCES items (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  role     TEXT    NOT NULL CHECK (role IN ('chosen', 'rejected', 'response')),
  style    TEXT    NOT NULL,                                -- e.g. RM-Bench's concise, plain, markdown; '' elsewhere
  text     TEXT    NOT NULL REFERENCES texts (key),
  PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX responses_by_text ON responses (text);

-- ------------------------------------------------------------------ what was made of it

CREATE TABLE augmentations (
  name      TEXT    NOT NULL,
  version   INTEGER NOT NULL,
  expects   TEXT    NOT NULL CHECK (expects IN ('same', 'lower', 'higher', 'not-higher')),
  attribute TEXT    NOT NULL,
  changes   TEXT    NOT NULL CHECK (changes IN ('response', 'pairing', 'prompt')),
  summary   TEXT    NOT NULL,
  source    TEXT    NOT NULL,
  PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

-- The drift covariates (columns of drift) that an operator means to move; its effects are adjusted for the others.
CREATE TABLE augmentation_targets (
  name      TEXT    NOT NULL,
  version   INTEGER NOT NULL,
  covariate TEXT    NOT NULL,
  PRIMARY KEY (name, version, covariate),
  FOREIGN KEY (name, version) REFERENCES augmentations (name, version)
) STRICT, WITHOUT ROWID;

-- A counterfactual pair: the variant differs from the base by one augmentation at one dose with one seed.
CREATE TABLE pairs (
  key          TEXT    PRIMARY KEY,
  augmentation TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  dose         REAL,                                        -- NULL for operators without doses
  seed         INTEGER NOT NULL,
  base         TEXT    NOT NULL REFERENCES texts (key),
  variant      TEXT    NOT NULL REFERENCES texts (key),
  FOREIGN KEY (augmentation, version) REFERENCES augmentations (name, version),
  CHECK (base <> variant)
) STRICT;
CREATE INDEX pairs_by_augmentation ON pairs (augmentation, dose);
CREATE INDEX pairs_by_base ON pairs (base);
CREATE INDEX pairs_by_variant ON pairs (variant);

-- Measured change of a pair, variant minus base; tokens by the model-free rule of src/text/counting.ts.
CREATE TABLE drift (
  pair           TEXT PRIMARY KEY REFERENCES pairs (key),
  base_tokens    INTEGER NOT NULL,
  variant_tokens INTEGER NOT NULL,
  sentences      INTEGER NOT NULL,
  list_items     INTEGER NOT NULL,
  headings       INTEGER NOT NULL,
  bold           INTEGER NOT NULL,
  code_spans     INTEGER NOT NULL,
  numbers        INTEGER NOT NULL,
  urls           INTEGER NOT NULL,
  capitals       INTEGER NOT NULL,                          -- words wholly in capitals
  register_markers INTEGER NOT NULL,                        -- hedges, boosters, address, contractions, exclamations
  similarity     REAL    NOT NULL CHECK (similarity BETWEEN 0 AND 1),         -- shared tokens, whatever their order
  edit_similarity REAL CHECK (edit_similarity BETWEEN 0 AND 1) -- tokens kept in order; NULL for very long texts
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------------ who scored it

CREATE TABLE scorers (
  key          TEXT    PRIMARY KEY,
  kind         TEXT    NOT NULL,                            -- onnx, scripted, precomputed
  name         TEXT    NOT NULL,
  architecture TEXT    NOT NULL,
  dtype        TEXT    NOT NULL,
  provider     TEXT    NOT NULL,                            -- execution provider
  input        TEXT    NOT NULL,                            -- pair, chat or none
  max_length   INTEGER NOT NULL,
  truncation   TEXT    NOT NULL,
  batching     TEXT    NOT NULL
) STRICT;

CREATE TABLE scorer_files (
  scorer TEXT NOT NULL REFERENCES scorers (key),
  file   TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (scorer, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE scorer_heads (
  scorer TEXT    NOT NULL REFERENCES scorers (key),
  head   INTEGER NOT NULL,
  name   TEXT    NOT NULL,
  PRIMARY KEY (scorer, head)
) STRICT, WITHOUT ROWID;

-- One raw, unbounded logit of one text by one scorer. All heads are kept; which one is the reward belongs to the run.
CREATE TABLE scores (
  scorer    TEXT    NOT NULL REFERENCES scorers (key),
  text      TEXT    NOT NULL REFERENCES texts (key),
  head      INTEGER NOT NULL,
  logit     REAL    NOT NULL,
  tokens    INTEGER NOT NULL,                               -- the scorer's own, special tokens included
  truncated INTEGER NOT NULL CHECK (truncated IN (0, 1)),
  PRIMARY KEY (scorer, text, head)
) STRICT, WITHOUT ROWID;
CREATE INDEX scores_by_text ON scores (text);

-- How far a scorer's own score of the same text moves: alone, in mixed batches, padded, twice.
CREATE TABLE noise (
  scorer  TEXT    NOT NULL REFERENCES scorers (key),
  sample  TEXT    NOT NULL,                                 -- digest of the keys of the texts measured
  head    INTEGER NOT NULL,
  texts   INTEGER NOT NULL,
  floor   REAL    NOT NULL CHECK (floor >= 0),              -- the largest difference seen
  repeat  REAL    NOT NULL,
  batched REAL    NOT NULL,
  padded  REAL    NOT NULL,
  cause   TEXT    NOT NULL,                                 -- named when the floor is not negligible; '' else
  PRIMARY KEY (scorer, sample, head)
) STRICT, WITHOUT ROWID;

-- What a short sweep found fastest for a scorer on a machine. It decides speed, and of scores the last digits at most:
-- no content, and in no key.
CREATE TABLE tunings (
  scorer       TEXT    NOT NULL REFERENCES scorers (key),
  machine      TEXT    NOT NULL,                            -- device, processor, cores, runtime; no host name
  token_budget INTEGER NOT NULL,                            -- most tokens (rows x longest) of a batch
  threads      INTEGER NOT NULL,
  tried        TEXT    NOT NULL,                            -- what was measured, for reading
  PRIMARY KEY (scorer, machine)
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------------ a run and what it found

CREATE TABLE rubrics (
  digest TEXT PRIMARY KEY,
  name   TEXT NOT NULL,
  source TEXT NOT NULL                                      -- the file as it was read
) STRICT;

-- One plan (data x scorer x rubric x seed). `id` digests `plan`: the same command finds its run again.
CREATE TABLE runs (
  id           TEXT    PRIMARY KEY,
  plan         TEXT    NOT NULL CHECK (json_valid(plan)),
  state        TEXT    NOT NULL CHECK (state IN ('pairing', 'scoring', 'analyzing', 'complete')),
  rubric       TEXT    NOT NULL REFERENCES rubrics (digest),
  scorer       TEXT    NOT NULL REFERENCES scorers (key),
  reward       TEXT    NOT NULL,                            -- the weighted sum of logits that is the reward, for reading
  data         TEXT    NOT NULL,                            -- digest of the item ids
  seed         INTEGER NOT NULL,
  created_at   TEXT    NOT NULL,
  tare_version TEXT    NOT NULL,
  -- frozen when scoring begins, so that a resumed run makes the same batches; NULL where there is nothing to set. No content.
  token_budget INTEGER,
  threads      INTEGER,
  -- written by the analysis
  verdict      TEXT CHECK (verdict IN ('pass', 'fail', 'inconclusive')),
  power        REAL,                                        -- chance that data of this size prove all claims, independent ones
  power_no_effect REAL,                                     -- the same, if what may not move does not move at all
  power_least  REAL,                                        -- whatever the dependence of the claims, power lies between these
  power_most   REAL,
  within_sd    REAL,                                        -- pooled within-prompt SD of base scores
  overall_sd   REAL,
  scale        TEXT,                                        -- which of the two is the ruler of z
  noise_floor  REAL,
  judged_by    TEXT                                         -- version of tare whose analysis this is
) STRICT;
CREATE INDEX runs_by_data ON runs (data, rubric);

-- The reward of a run is the sum of weight x logit over these heads: one head with weight 1 for an ordinary model.
CREATE TABLE run_heads (
  run    TEXT    NOT NULL REFERENCES runs (id),
  head   INTEGER NOT NULL,
  weight REAL    NOT NULL,
  PRIMARY KEY (run, head)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_files (
  run      TEXT    NOT NULL REFERENCES runs (id),
  position INTEGER NOT NULL,
  file     TEXT    NOT NULL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_items (
  run      TEXT NOT NULL REFERENCES runs (id),
  item     TEXT NOT NULL REFERENCES items (id),
  language TEXT NOT NULL DEFAULT '',                        -- of its answers, ISO 639-1 or other; '' before pairing
  PRIMARY KEY (run, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_pairs (
  run      TEXT    NOT NULL REFERENCES runs (id),
  pair     TEXT    NOT NULL REFERENCES pairs (key),
  item     TEXT    NOT NULL REFERENCES items (id),
  position INTEGER NOT NULL,                                -- the response that was changed
  PRIMARY KEY (run, pair, item, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_pairs_by_item ON run_pairs (run, item, position);

-- Every distinct text of a run, once, in the order in which they are scored: part 0, the answers of the data; then part by
-- part what is new in the pairs, since a part is scored while the pairs of the next are being built.
CREATE TABLE run_texts (
  run  TEXT    NOT NULL REFERENCES runs (id),
  part INTEGER NOT NULL CHECK (part >= 0),
  text TEXT    NOT NULL REFERENCES texts (key),
  PRIMARY KEY (run, text)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX run_texts_by_part ON run_texts (run, part, text);

-- "Does not apply" and "refused" are counted, never a pass.
CREATE TABLE skips (
  run          TEXT    NOT NULL REFERENCES runs (id),
  augmentation TEXT    NOT NULL,
  dose         REAL    NOT NULL,                            -- 0 for operators without doses
  item         TEXT    NOT NULL REFERENCES items (id),
  position     INTEGER NOT NULL,
  stage        TEXT    NOT NULL CHECK (stage IN ('apply', 'guard', 'error')),
  reason       TEXT    NOT NULL,
  detail       TEXT    NOT NULL,
  PRIMARY KEY (run, augmentation, dose, item, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE effects (
  run             TEXT    NOT NULL REFERENCES runs (id),
  scope           TEXT    NOT NULL CHECK (scope IN ('ranking', 'attribute', 'augmentation', 'dose')),
  attribute       TEXT    NOT NULL,
  augmentation    TEXT    NOT NULL,                         -- '' where the scope is wider
  dose            REAL    NOT NULL,                         -- 0 where there is none
  stratum_kind    TEXT    NOT NULL CHECK (stratum_kind IN ('', 'side', 'subset', 'language', 'length')), -- '': all the data
  stratum_value   TEXT    NOT NULL,                         -- e.g. rejected, long; '' with kind ''
  metric          TEXT    NOT NULL,
  estimate        REAL,
  lower           REAL,                                     -- one-sided bounds, each at 1 - alpha
  upper           REAL,
  alpha           REAL    NOT NULL,
  method          TEXT    NOT NULL,
  p               REAL,                                     -- of no effect, two-sided (sign-flip: one-sided)
  p_adjusted      REAL,                                     -- Holm, over one metric, scope and stratum kind of the run
  q               REAL,                                     -- Benjamini-Hochberg, over every p of the run
  mde             REAL,                                     -- minimal detectable effect: power .8 at alpha, units of the metric
  n               INTEGER NOT NULL,                         -- pairs (order metrics: comparisons)
  clusters        INTEGER NOT NULL,                         -- prompts
  effective_n     REAL,
  design_effect   REAL,
  icc             REAL,
  ties            INTEGER NOT NULL,
  skipped         INTEGER NOT NULL,                         -- pairs that came to nothing: not applicable, refused, truncated
  reason          TEXT    NOT NULL,                         -- why there is no interval; '' where there is one
  -- the effect at zero off-target drift; only for means of z
  adjusted        REAL,
  adjusted_lower  REAL,
  adjusted_upper  REAL,
  adjusted_for    TEXT    NOT NULL,                         -- covariates held at zero, comma-separated
  adjusted_reason TEXT    NOT NULL,                         -- why it is not identified; '' where it is
  disagrees       INTEGER CHECK (disagrees IN (0, 1)),      -- 1: the two intervals have no point in common
  PRIMARY KEY (run, scope, attribute, augmentation, dose, stratum_kind, stratum_value, metric)
) STRICT, WITHOUT ROWID;

-- Response curves: the same texts at every dose of an operator, one row a dose.
CREATE TABLE curve_points (
  run           TEXT    NOT NULL REFERENCES runs (id),
  attribute     TEXT    NOT NULL,
  augmentation  TEXT    NOT NULL,
  dose          REAL    NOT NULL,
  length_ratio  REAL,                                       -- geometric mean of variant over base tokens
  z             REAL,                                       -- mean over items
  lower         REAL,                                       -- one-sided bounds, each at 1 - alpha
  upper         REAL,
  fit           REAL,                                       -- monotone (isotonic) curve through the means
  n             INTEGER NOT NULL,                           -- texts seen at every dose
  items         INTEGER NOT NULL,
  clusters      INTEGER NOT NULL,
  reason        TEXT    NOT NULL,                           -- why there is no interval; '' where there is one
  PRIMARY KEY (run, attribute, augmentation, dose)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdicts (
  run         TEXT    NOT NULL REFERENCES runs (id),
  claim       TEXT    NOT NULL,                             -- attribute/metric, on a stratum attribute/metric@kind=value
  position    INTEGER NOT NULL,                             -- order in the rubric
  kind        TEXT    NOT NULL CHECK (kind IN ('causal', 'spurious', 'hack', 'probe', 'ranking')),
  attribute   TEXT    NOT NULL,
  metric      TEXT    NOT NULL,
  comparison  TEXT    NOT NULL CHECK (comparison IN ('at-least', 'at-most', 'within')),
  bound       REAL    NOT NULL,
  stratum_kind  TEXT  NOT NULL CHECK (stratum_kind IN ('', 'side', 'subset', 'language', 'length')), -- '': all the data
  stratum_value TEXT  NOT NULL,
  severity    TEXT    NOT NULL CHECK (severity IN ('error', 'warn')),
  why         TEXT    NOT NULL,
  verdict     TEXT    NOT NULL CHECK (verdict IN ('pass', 'fail', 'inconclusive')),
  estimate    REAL,
  lower       REAL,
  upper       REAL,
  sd          REAL,                                         -- of the values behind the estimate
  effective_n REAL,
  applied     REAL,                                         -- share of items with a valid pair; NULL where none is needed
  p_fail      REAL,
  p_fail_holm REAL,
  n           INTEGER NOT NULL,
  clusters    INTEGER NOT NULL,
  reason      TEXT    NOT NULL,                             -- why there is no interval; '' where there is one
  because     TEXT    NOT NULL,                             -- the number that decided, in words
  waived_until TEXT,                                        -- last day on which the claim blocks nothing; NULL: not waived
  waiver_why  TEXT    NOT NULL,
  power       REAL,                                         -- chance that data of this size prove it, if truly as estimated
  power_no_effect REAL,                                     -- the same, if what may not move does not move at all
  more_prompts INTEGER,                                     -- that would prove it with power .8; -1: no number will
  PRIMARY KEY (run, claim)
) STRICT, WITHOUT ROWID;

-- What happened when: looks at a gate, interruptions, resumptions. The only table of times beside runs.
CREATE TABLE events (
  id     INTEGER PRIMARY KEY,
  run    TEXT REFERENCES runs (id),
  at     TEXT NOT NULL,
  kind   TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_run ON events (run, kind);
