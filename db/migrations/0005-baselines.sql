-- Baselines that claims were held against, as they were read: a gate can be judged again without the file.
CREATE TABLE baselines (
  digest   TEXT PRIMARY KEY,                                -- of the content, as the file itself says
  run      TEXT NOT NULL,                                   -- the run it was saved from, which may lie in another database
  scorer   TEXT NOT NULL,                                   -- key of its scorer, likewise
  model    TEXT NOT NULL,                                   -- its name, for reading
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot))       -- the file; see schemas/baseline.schema.json
) STRICT;

-- Against which baseline a run was judged. No row: its rubric asks for none.
CREATE TABLE run_baselines (
  run      TEXT PRIMARY KEY REFERENCES runs (id),
  baseline TEXT REFERENCES baselines (digest),              -- NULL: judged without, by choice (--no-baseline)
  how      TEXT NOT NULL CHECK (how IN ('none', 'same scorer', 'paired', 'unpaired'))
) STRICT;

-- 'baseline': the claim is that the metric got no worse than the baseline's by `bound`; estimate and bounds are of the drop.
ALTER TABLE verdicts ADD COLUMN against TEXT NOT NULL DEFAULT '' CHECK (against IN ('', 'baseline'));
