import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { TareError } from "../errors.js";

/** Throws TARE_DATA_MISSING before anything else is opened or created. */
export function requireFiles(files: readonly string[], cwd: string): void {
  const missing = files.find((file) => file !== "-" && !existsSync(resolve(cwd, file)));
  if (missing !== undefined) throw new TareError("TARE_DATA_MISSING", "no such file", { where: missing });
}
