import type {
  BaselineView,
  JointPower,
  RunView,
  Training,
  Verdict,
  VerdictWord,
  WaiverStanding,
} from "../contract.js";
import { type OperatorError, readCoverage, readErrors } from "../store/coverage.js";
import { suspectsChanged } from "../store/judgements.js";
import { countLooks } from "../store/looks.js";
import type { Store } from "../store/open.js";
import { countRunData, selectRuns } from "../store/runs.js";
import { type Judging, judgeStored, viewJudged } from "./judged.js";
import { rubricOf } from "./stored-rubric.js";
import { trainingOf } from "./training-of.js";
import type { ViewAsked } from "./view.js";

export interface Gate {
  readonly run: string;
  readonly model: string;
  readonly rubric: string;
  readonly verdict: VerdictWord;
  readonly because: string;
  readonly claims: readonly Verdict[];
  readonly waivers: readonly WaiverStanding[];
  /** Which look at rubric and data it is, of this model and of all; see RunView. */
  readonly look: number;
  readonly lookOfAll: number;
  readonly training?: Training;
  readonly data: RunView["data"];
  readonly power: JointPower;
  /** Against what drops were judged; absent where the rubric holds nothing against a baseline. */
  readonly baseline?: BaselineView;
  /** Readers judged pairs of the run after its analysis; see RunView. */
  readonly stale?: true;
  /** Pairs that came to nothing because an operator threw. */
  readonly errors: readonly OperatorError[];
}

/**
 * Judges stored evidence by the stored rubric, waivers as they stand on the day; runs no model, and reads scores only to hold
 * drops against another baseline than before. Throws TARE_NO_RUN, TARE_BASELINE_….
 */
export function rejudgeRuns(store: Store, prefix: string | undefined, judging: Judging): Gate[] {
  return selectRuns(store, prefix, true).map((run) => {
    const { verdict, verdicts, because, power, waivers, baseline } = judgeStored(store, run, judging);
    const looks = countLooks(store, run);
    const training = trainingOf(store, run.id, rubricOf(run), readCoverage(store, run.id));
    return {
      run: run.id,
      model: run.scorerName,
      rubric: run.rubricName,
      verdict,
      because,
      claims: verdicts,
      waivers,
      power,
      look: looks.own,
      lookOfAll: looks.all,
      ...(training === undefined ? {} : { training }),
      data: countRunData(store, run.id),
      errors: readErrors(store, run.id),
      ...(suspectsChanged(store, run.id) ? { stale: true } : {}),
      ...(baseline === undefined ? {} : { baseline }),
    };
  });
}

/** The same runs as reports see them. Throws TARE_NO_RUN. */
export function viewStoredRuns(
  store: Store,
  prefix: string | undefined,
  judging: Judging,
  asks: ViewAsked = {},
): RunView[] {
  return selectRuns(store, prefix, true).map((run) =>
    viewJudged(store, run, judgeStored(store, run, judging), asks),
  );
}
