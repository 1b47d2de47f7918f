import { TareError } from "../../errors.js";
import { type RunRow, selectRuns } from "../../store/runs.js";
import type { KeptPages } from "../kept-pages.js";
import type { Piece } from "../layout/document.js";
import type { Viewing } from "../viewing.js";
import { readWanted } from "../wanted/parameters.js";
import { digits } from "../wanted/readers.js";
import { showProgress } from "./progress.js";
import { showReport } from "./report.js";

/** Models side by side on one page: beyond them nothing could be told apart. */
const MOST_COMPARED = 8;

/** `/run/ID`: the report of a complete run, the progress of another. Throws TARE_NO_RUN, TARE_VIEW_PARAMETER. */
export async function showRun(
  viewing: Viewing,
  keep: KeptPages,
  id: string,
  address: string,
): Promise<Piece | string> {
  readWanted(address, {});
  const run = findRun(viewing, id);
  return run.state === "complete" ? showReport(viewing, keep, [run.id]) : showProgress(viewing, run);
}

/** `/compare?run=A&run=B`: one report over several complete runs. Throws TARE_NO_RUN, TARE_VIEW_PARAMETER. */
export async function showComparison(
  viewing: Viewing,
  keep: KeptPages,
  address: string,
): Promise<Piece | string> {
  const given = [...new URL(address).searchParams];
  const foreign = given.find(([name]) => name !== "run");
  if (foreign !== undefined)
    throw new TareError("TARE_VIEW_PARAMETER", "the page takes run, once for each run", {
      where: `parameter ${JSON.stringify(foreign[0])}`,
    });
  const runs = [...new Set(given.map(([, id]) => findRun(viewing, id).id))];
  if (runs.length < 2 || runs.length > MOST_COMPARED)
    throw new TareError(
      "TARE_VIEW_PARAMETER",
      `2 to ${MOST_COMPARED} runs are compared, not ${runs.length}`,
      {
        where: 'parameter "run"',
        fix: "Tick the runs in the list of runs.",
      },
    );
  return showReport(viewing, keep, runs);
}

/** By its whole id or its beginning. */
function findRun({ store }: Viewing, id: string): RunRow {
  return selectRuns(store, digits(id), false)[0]!;
}
