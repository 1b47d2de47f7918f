import type { RunView } from "../contract.js";
import type { JudgeRules } from "../rubric/evidence.js";
import { judgeRulesOf } from "../rubric/judging.js";
import { countPromptsByLanguage } from "../store/languages.js";
import type { Store } from "../store/open.js";
import { type RunRow, selectRuns } from "../store/runs.js";
import { rubricOf } from "./stored-rubric.js";
import { viewRun } from "./view.js";

/** The complete runs a command means, as reports see them. Throws TARE_NO_RUN. */
export function viewStoredRuns(store: Store, prefix: string | undefined): RunView[] {
  return selectRuns(store, prefix, true).map((run) => viewRun(store, run));
}

/** With what a stored run's evidence is judged today: the rubric's own figures, its noise floor and its ruler. */
export function judgingRules(store: Store, run: RunRow, today: string): JudgeRules {
  const scale = run.scale === "overall" ? run.overallSd : run.withinSd;
  const noise =
    run.noiseFloor === null || scale === null || scale === 0 ? null : { floor: run.noiseFloor, scale };
  const promptsByLanguage = countPromptsByLanguage(store, run.id);
  return judgeRulesOf(rubricOf(run), { noise, promptsByLanguage, today });
}
