import { existsSync, rmSync } from "node:fs";
import { openStore } from "./open.js";

/** Removes a database of tare's; anything else at this path is refused and stays. Throws as openStore does. */
export function removeStore(path: string): void {
  if (!existsSync(path)) return;
  openStore(path, { mustExist: true }).db.close();
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
}
