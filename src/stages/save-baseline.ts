import type { Snapshot } from "../baseline/snapshot.js";
import { TareError } from "../errors.js";
import type { Store } from "../store/open.js";
import { selectRuns } from "../store/runs.js";
import type { Around } from "./around.js";
import { makeSnapshot } from "./make-snapshot.js";
import { readRunSide } from "./run-side.js";

/** One complete run as a snapshot; the newest if none is named. Throws TARE_NO_RUN. */
export async function saveBaseline(
  store: Store,
  prefix: string | undefined,
  around: Around,
): Promise<Snapshot> {
  const [run, ...others] = selectRuns(store, prefix, true);
  if (others.length > 0) {
    const ids = [run!, ...others]
      .map(({ id, scorerName }) => `${id.slice(0, 12)} (${scorerName})`)
      .join(", ");
    throw new TareError("TARE_NO_RUN", `the newest command made several runs: ${ids}`, {
      where: store.path,
      fix: "A baseline is of one run: name it.",
    });
  }
  return makeSnapshot(store, readRunSide(store, run!), around);
}
