import { existsSync } from "node:fs";
import { compiledBeside } from "../paths.js";

/** The compiled thread; undefined where nothing is built. */
export function workerFile(): string | undefined {
  const built = compiledBeside(import.meta.url, "worker.js");
  return existsSync(built) ? built : undefined;
}
