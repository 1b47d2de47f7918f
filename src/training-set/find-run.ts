import { TareError } from "../errors.js";
import type { Store } from "../store/open.js";
import { type RunRow, selectRuns } from "../store/runs.js";
import type { Ruler } from "./filter.js";

/** The one complete run that is meant; the newest if none is named. Throws TARE_NO_RUN. */
export function findRun(store: Store, prefix: string | undefined): RunRow {
  const [run, ...others] = selectRuns(store, prefix, true);
  if (others.length > 0)
    throw new TareError(
      "TARE_NO_RUN",
      `the newest command weighed ${others.length + 1} models: name one run`,
      { where: store.path, fix: "`tare list runs` lists them; then --run RUN." },
    );
  return run!;
}

/** What its moves are measured by. Throws TARE_EXPORT_RULER where its rewards do not vary. */
export function rulerOf(run: RunRow, unsure: number): Ruler {
  const sd = run.scale === "overall" ? run.overallSd : run.withinSd;
  if (run.scale === null || sd === null || sd === 0)
    throw new TareError(
      "TARE_EXPORT_RULER",
      `the rewards of ${run.scorerName} do not vary in run ${run.id.slice(0, 12)}`,
    );
  return { unsure, sd, tolerance: 2 * (run.noiseFloor ?? 0) };
}
