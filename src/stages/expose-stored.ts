import { TareError } from "../errors.js";
import { itemsOfRun } from "../store/items.js";
import type { Store } from "../store/open.js";
import { countExported } from "../store/run-exports.js";
import { countRunData, type RunRow } from "../store/runs.js";
import type { Contamination } from "./contamination.js";
import { type ExposureOptions, findExposure, recordExportedPairs, recordExposure } from "./exposure.js";

/** Holds stored runs against files that their models are said to have been trained on, and keeps what was found. */
export async function exposeStored(
  store: Store,
  runs: readonly RunRow[],
  asked: ExposureOptions,
): Promise<void> {
  if (asked.trainedOn.length === 0) return;
  for (const { id } of runs) {
    const exposure = await findExposure(store, itemsOfRun(store, id), asked);
    recordExposure(store, id, exposure, asked);
    recordExportedPairs(store, id, exposure);
  }
}

/** Throws TARE_TRAINED_ON where that is to be refused and a run has items that were exported for training. */
export function refuseExported(store: Store, runs: readonly RunRow[], mode: Contamination): void {
  if (mode !== "refuse") return;
  for (const { id } of runs) {
    const { items, prompts } = countExported(store, id);
    if (items === 0) continue;
    const data = countRunData(store, id);
    throw new TareError(
      "TARE_TRAINED_ON",
      `${prompts} of ${data.prompts} prompts of run ${id.slice(0, 12)} were exported for training`,
      { where: data.files.join(", "), fix: "Weigh without them: tare run … --contamination leave-out." },
    );
  }
}
