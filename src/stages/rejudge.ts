import type { BaselineChoice } from "../baseline/requirements.js";
import type { BaselineView, JointPower, Verdict, VerdictWord } from "../contract.js";
import { judge } from "../rubric/judge.js";
import { type OperatorError, readErrors } from "../store/coverage.js";
import type { Store } from "../store/open.js";
import { selectRuns } from "../store/runs.js";
import { heldEvidence } from "./held-evidence.js";
import { judgingRules } from "./stored.js";

export interface Gate {
  readonly run: string;
  readonly model: string;
  readonly rubric: string;
  readonly verdict: VerdictWord;
  readonly because: string;
  readonly claims: readonly Verdict[];
  readonly power: JointPower;
  /** Against what drops were judged; absent where the rubric holds nothing against a baseline. */
  readonly baseline?: BaselineView;
  /** Pairs that came to nothing because an operator threw. */
  readonly errors: readonly OperatorError[];
}

/**
 * Judges stored evidence by the stored rubric, waivers as they stand on the day; runs no model, and reads scores only to hold
 * drops against another baseline than before. Throws TARE_NO_RUN, TARE_BASELINE_….
 */
export function rejudgeRuns(
  store: Store,
  prefix: string | undefined,
  today: string,
  choice?: BaselineChoice,
): Gate[] {
  return selectRuns(store, prefix, true).map((run) => {
    const { evidence, baseline } = heldEvidence(store, run.id, choice);
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
      ...(baseline === undefined ? {} : { baseline }),
    };
  });
}
