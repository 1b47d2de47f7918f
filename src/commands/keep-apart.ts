import { TareError } from "../errors.js";
import { placesOf } from "./places.js";
import { realPlace } from "./real-place.js";

/**
 * No output of a command may be what it reads, its database or another output: it would be gone, or spoilt, before
 * anyone knew. Compared are the places that the paths end at. Throws TARE_OUTPUT, and TARE_USAGE for two reports.
 */
export function keepApart(given: Readonly<Record<string, unknown>>): true {
  const { inputs, outputs } = placesOf(given);
  const cwd = process.cwd();
  const taken = new Map<string, string>();
  if (outputs.length === 0) return true;
  // Standard input and standard output are two.
  for (const { by, path } of inputs) if (path !== "-") taken.set(realPlace(path, cwd), by);
  for (const { by, path } of outputs) {
    const place = path === "-" ? "-" : realPlace(path, cwd);
    const other = taken.get(place);
    if (other === by && by === "--report")
      throw new TareError("TARE_USAGE", `two reports go to ${path === "-" ? "stdout" : place}`);
    if (other !== undefined)
      throw new TareError("TARE_OUTPUT", `${by} would write over ${other === by ? `another ${by}` : other}`, {
        where: path === "-" ? "stdout" : path,
        fix: "Give the output a place of its own.",
      });
    taken.set(place, by);
  }
  return true;
}
