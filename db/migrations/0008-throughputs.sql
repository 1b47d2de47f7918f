-- How fast a scorer was on a machine, with the batches and threads it was set to: what the time of a run is told from. No
-- content, and in no key.
CREATE TABLE throughputs (
  scorer       TEXT    NOT NULL REFERENCES scorers (key),
  machine      TEXT    NOT NULL,                            -- as in tunings
  token_budget INTEGER NOT NULL,                            -- most tokens (rows x longest) of a batch
  threads      INTEGER NOT NULL,
  source       TEXT    NOT NULL CHECK (source IN ('run', 'sample')), -- a run while it built its pairs, or a short measurement
  texts        INTEGER NOT NULL,
  tokens       INTEGER NOT NULL,
  padded       INTEGER NOT NULL,                            -- pad tokens computed beside them
  milliseconds REAL    NOT NULL,
  PRIMARY KEY (scorer, machine, token_budget, threads, source)
) STRICT, WITHOUT ROWID;
