import type { JointPower, Verdict, VerdictWord } from "../contract.js";
import { judge } from "../rubric/judge.js";
import { type OperatorError, readErrors } from "../store/coverage.js";
import type { Store } from "../store/open.js";
import { selectRuns } from "../store/runs.js";
import { readVerdicts } from "../store/verdicts.js";
import { judgingRules } from "./stored.js";

export interface Gate {
  readonly run: string;
  readonly model: string;
  readonly rubric: string;
  readonly verdict: VerdictWord;
  readonly because: string;
  readonly claims: readonly Verdict[];
  readonly power: JointPower;
  /** Pairs that came to nothing because an operator threw. */
  readonly errors: readonly OperatorError[];
}

/** Judges stored evidence by the stored rubric, waivers as they stand on the day; reads no score and runs no model. Throws TARE_NO_RUN. */
export function rejudgeRuns(store: Store, prefix: string | undefined, today: string): Gate[] {
  return selectRuns(store, prefix, true).map((run) => {
    const evidence = readVerdicts(store, run.id).map((row) => row.evidence);
    const { verdict, verdicts, because, power } = judge(evidence, judgingRules(store, run, today));
    return {
      run: run.id,
      model: run.scorerName,
      rubric: run.rubricName,
      verdict,
      because,
      claims: verdicts,
      power,
      errors: readErrors(store, run.id),
    };
  });
}
