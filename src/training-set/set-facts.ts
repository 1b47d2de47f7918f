import type { Store } from "../store/open.js";
import { type OracleOfRun, oracleOfRun } from "../store/oracle/of-run.js";
import { countRunData, type RunRow } from "../store/runs.js";
import { rulerOf } from "./find-run.js";
import type { OperatorTally } from "./tally.js";
import type { SetFormat, SetOptions } from "./write-set.js";

/** A run and its model, as a card names them. */
export interface RunFacts {
  readonly id: string;
  readonly createdAt: string;
  readonly model: string;
  readonly scorer: string;
}

/** How a training set was made: all that its card says, and no more than its database knows. */
export interface SetFacts {
  readonly format: SetFormat;
  readonly run: RunFacts & {
    readonly rubric: string;
    readonly rubricDigest: string;
    readonly seed: number;
    readonly files: readonly string[];
    readonly items: number;
    readonly prompts: number;
  };
  /** Absent where the run has none. */
  readonly oracle?: OracleOfRun;
  readonly rows: SetOptions["rows"];
  readonly asked: Pick<SetOptions, "augmentations" | "only" | "holdOut">;
  /** Absent where nothing was filtered; the bounds are raw. */
  readonly filter?: {
    readonly baseline: RunFacts;
    readonly unsure: number;
    readonly sd: number;
    readonly tolerance: number;
  };
  readonly operators: readonly OperatorTally[];
}

export function factsOf(
  store: Store,
  run: RunRow,
  { format, rows, filter, augmentations, only, holdOut }: SetOptions,
  operators: readonly OperatorTally[],
): SetFacts {
  const oracle = oracleOfRun(store, run.id);
  const { rubricName, rubric, seed } = run;
  return {
    format,
    run: {
      ...named(run),
      ...{ rubric: rubricName, rubricDigest: rubric, seed },
      ...countRunData(store, run.id),
    },
    ...(oracle === undefined ? {} : { oracle }),
    rows,
    asked: { augmentations, only, holdOut },
    ...(filter === undefined
      ? {}
      : { filter: { baseline: named(filter.baseline), ...rulerOf(filter.baseline, filter.unsure) } }),
    operators,
  };
}

function named({ id, createdAt, scorerName, scorer }: RunRow): RunFacts {
  return { id, createdAt, model: scorerName, scorer };
}
