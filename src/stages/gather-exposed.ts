import type { Store } from "../store/open.js";
import type { Around } from "./around.js";
import { type Contamination, type Settled, settleContamination } from "./contamination.js";
import { findExposure } from "./exposure.js";
import { type GatherOptions, gatherItems } from "./gather.js";
import { sayGathered } from "./say-gathered.js";

export interface ExposedData extends Omit<GatherOptions, "cwd" | "stdin" | "signal" | "warn"> {
  /** Files that the models are said to have been trained on. */
  readonly trainedOn?: readonly string[] | undefined;
  /** What becomes of items that were exported for training; flag if left out. */
  readonly contamination?: Contamination | undefined;
}

/** Reads the data, holds them against what was exported for training, and does as asked with what is found; says all of it. */
export async function gatherExposed(store: Store, asked: ExposedData, around: Around): Promise<Settled> {
  const { trainedOn = [], contamination = "flag", formats } = asked;
  const read = await gatherItems(store, { ...asked, ...around }, around.progress);
  sayGathered(read, around.progress);
  const skipBad = asked.bad !== undefined;
  const found = await findExposure(store, read.items, { ...around, formats, trainedOn, skipBad });
  return settleContamination(read, found, contamination, around);
}
