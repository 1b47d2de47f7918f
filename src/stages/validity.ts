import type { OperatorValidity } from "../contract.js";
import { ownReadings } from "../review/own-readings.js";
import { withInterval } from "../review/summary.js";
import { readValidity } from "../store/judgements.js";
import type { Store } from "../store/open.js";

/** Readings of the operators a plan names (`name v2`, `name@2 v2`), at these versions: of this database, else tare's own. */
export function validityOf(store: Store, operators: readonly string[]): OperatorValidity[] {
  const wanted = new Set(operators.map((operator) => operator.replace(/@[\d.]+(?= v\d+$)/, "")));
  const here = readValidity(store).map((row) => withInterval(row, "here"));
  const read = new Set(here.map(nameOf));
  return [...here, ...ownReadings().filter((row) => !read.has(nameOf(row)))]
    .filter((row) => wanted.has(nameOf(row)))
    .sort((a, b) => (a.augmentation < b.augmentation ? -1 : 1));
}

function nameOf({ augmentation, version }: OperatorValidity): string {
  return `${augmentation} v${version}`;
}
