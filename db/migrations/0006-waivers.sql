-- Waivers may come from a file beside the rubric, each given to one scorer by someone.
ALTER TABLE verdicts ADD COLUMN waiver_owner TEXT NOT NULL DEFAULT ''; -- who answers for it; '' where only waiver_why says so
ALTER TABLE verdicts ADD COLUMN waiver_scorer TEXT NOT NULL DEFAULT ''; -- beginning of the key of the scorer it is given to; '': any
