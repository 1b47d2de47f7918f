import { loadFormats } from "../registry.js";
import type { Contamination } from "../stages/contamination.js";
import { exposeStored, refuseExported } from "../stages/expose-stored.js";
import type { Store } from "../store/open.js";
import { selectRuns } from "../store/runs.js";
import { printNote } from "./terminal.js";

/** Before stored runs are judged: holds them against the files named, and refuses exported items where that is asked. */
export async function exposeNow(
  store: Store,
  prefix: string | undefined,
  trainedOn: readonly string[],
  contamination: Contamination,
): Promise<void> {
  const runs = selectRuns(store, prefix, true);
  const formats = trainedOn.length === 0 ? [] : await loadFormats();
  const progress = { update: () => {}, say: printNote, end: () => {} };
  await exposeStored(store, runs, { trainedOn, cwd: process.cwd(), formats, progress });
  refuseExported(store, runs, contamination);
}
