import type { VerdictWord } from "../contract.js";
import type { Store } from "./open.js";
import type { RunState } from "./runs.js";

/** A run in a list of runs. */
export interface RunFacts {
  readonly id: string;
  readonly createdAt: string;
  readonly model: string;
  readonly dtype: string;
  readonly scorer: string;
  readonly rubric: string;
  readonly seed: number;
  readonly state: RunState;
  readonly verdict: VerdictWord | null;
  /** Digest of the items. */
  readonly data: string;
  /** The first file that they were read from; '' where none is known. */
  readonly file: string;
  readonly files: number;
  readonly items: number;
}

/** Every run, the newest first; those of one command in the order of its models. */
export function listRunFacts({ db }: Store): RunFacts[] {
  return db
    .prepare<[], RunFacts>(
      `SELECT r.id, r.created_at AS createdAt, s.name AS model, s.dtype, r.scorer, b.name AS rubric, r.seed, r.state, r.verdict, r.data,
              coalesce((SELECT file FROM run_files f WHERE f.run = r.id AND position = 0), '') AS file,
              (SELECT count(*) FROM run_files f WHERE f.run = r.id) AS files,
              (SELECT count(*) FROM run_items i WHERE i.run = r.id) AS items
         FROM runs r JOIN scorers s ON s.key = r.scorer JOIN rubrics b ON b.digest = r.rubric
        ORDER BY r.created_at DESC, r.rowid`,
    )
    .all();
}
