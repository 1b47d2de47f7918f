-- What a training log says of the responses of a policy: when they were sampled, and how they were rewarded then.

-- Items that a policy answered in training; other items have no row.
CREATE TABLE rollouts (
  item       TEXT PRIMARY KEY REFERENCES items (id),
  checkpoint TEXT NOT NULL,                                 -- as the log names it; '' where it does not
  step       REAL                                           -- training step; NULL where the log has none
) STRICT, WITHOUT ROWID;

-- Rewards that came with the data, raw, in the unit of whoever gave them; never those of a scorer of this database.
CREATE TABLE logged_rewards (
  item     TEXT    NOT NULL,
  position INTEGER NOT NULL,                                -- of the response
  name     TEXT    NOT NULL,                                -- the column of the log
  reward   REAL    NOT NULL,
  PRIMARY KEY (item, position, name),
  FOREIGN KEY (item, position) REFERENCES responses (item, position)
) STRICT, WITHOUT ROWID;
