import type { Item } from "../contract.js";
import { drawItems } from "../doctor/draw-items.js";
import type { BuildPlan } from "../pairs/build.js";
import { STANDARD_PLAN } from "../plan.js";
import type { Around } from "../stages/around.js";
import { openReading } from "../stages/open-reading.js";
import { donorsOf } from "./donors.js";
import type { OperatedData } from "./operated-data.js";

/** The items that operators work on without a model, and what building pairs of them wants: no text is too long. Errors: TARE_DATA_*, TARE_INTERRUPTED. */
export async function drawOperated(
  options: OperatedData,
  around: Around,
): Promise<{ readonly items: readonly Item[]; readonly plan: BuildPlan }> {
  const { data, limit = Number.POSITIVE_INFINITY, seed } = options;
  const reading = await openReading(options, around.cwd);
  const { items } = await drawItems({ files: data, ...reading, limit, seed }, around);
  const donors = donorsOf(items, seed, STANDARD_PLAN.donors);
  return { items, plan: { seed, window: Number.MAX_SAFE_INTEGER, donors } };
}
