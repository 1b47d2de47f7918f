import { existsSync } from "node:fs";
import { TareError } from "../errors.js";
import { realPlace } from "./real-place.js";

/** Throws TARE_OUTPUT where something lies at a path, or where its links end. `option` names the path. */
export function requireFree(path: string, option: string): void {
  if (!existsSync(realPlace(path, process.cwd()))) return;
  throw new TareError("TARE_OUTPUT", "something lies there already", {
    where: path,
    fix: `Give another ${option}, or --force to replace it.`,
  });
}
