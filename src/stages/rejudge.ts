import type { JointPower, RunView, Verdict, VerdictWord, WaiverStanding } from "../contract.js";
import { type OperatorError, readErrors } from "../store/coverage.js";
import type { Store } from "../store/open.js";
import { selectRuns } from "../store/runs.js";
import { type Judging, judgeStored, viewJudged } from "./judged.js";

export interface Gate {
  readonly run: string;
  readonly model: string;
  readonly rubric: string;
  readonly verdict: VerdictWord;
  readonly because: string;
  readonly claims: readonly Verdict[];
  readonly waivers: readonly WaiverStanding[];
  readonly power: JointPower;
  /** Pairs that came to nothing because an operator threw. */
  readonly errors: readonly OperatorError[];
}

/** Judges stored evidence by the stored rubric, waivers as they stand on the day; reads no score and runs no model. Throws TARE_NO_RUN. */
export function rejudgeRuns(store: Store, prefix: string | undefined, judging: Judging): Gate[] {
  return selectRuns(store, prefix, true).map((run) => {
    const { verdict, verdicts, because, power, waivers } = judgeStored(store, run, judging);
    return {
      run: run.id,
      model: run.scorerName,
      rubric: run.rubricName,
      verdict,
      because,
      claims: verdicts,
      waivers,
      power,
      errors: readErrors(store, run.id),
    };
  });
}

/** The same runs as reports see them. Throws TARE_NO_RUN. */
export function viewStoredRuns(store: Store, prefix: string | undefined, judging: Judging): RunView[] {
  return selectRuns(store, prefix, true).map((run) =>
    viewJudged(store, run, judgeStored(store, run, judging)),
  );
}
