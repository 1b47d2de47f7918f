-- Code that a change breaks or mends: places where it does not parse, variant less base.
ALTER TABLE drift ADD COLUMN code_errors INTEGER NOT NULL DEFAULT 0; -- places where code does not parse; 0 also in pairs made before it was counted, until they are made again
