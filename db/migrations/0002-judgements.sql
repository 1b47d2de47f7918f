-- What people said of pairs that they read blind (`tare review`): the label hidden, the order of the two texts shuffled.
CREATE TABLE judgements (
  pair      TEXT    NOT NULL REFERENCES pairs (key),
  reader    TEXT    NOT NULL,
  seed      INTEGER NOT NULL,                               -- of the drawing; with the pair it decides which text stood first
  shown     TEXT    NOT NULL CHECK (shown IN ('base', 'variant')),                      -- the text that stood first
  judgement TEXT    NOT NULL CHECK (judgement IN ('first', 'second', 'tie', 'invalid')), -- the better one, as it was said
  prefers   TEXT    NOT NULL GENERATED ALWAYS AS (          -- what that comes to: base, variant, tie or invalid
              CASE judgement WHEN 'first' THEN shown
                             WHEN 'second' THEN CASE shown WHEN 'base' THEN 'variant' ELSE 'base' END
                             ELSE judgement END) VIRTUAL,
  note      TEXT    NOT NULL,                               -- what was wrong, in the reader's words; '' for none
  at        TEXT    NOT NULL,
  PRIMARY KEY (pair, reader)
) STRICT, WITHOUT ROWID;
