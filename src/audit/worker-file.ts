import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { packagePath } from "../paths.js";

/** The compiled thread: beside this file in a build, in dist/ when this file runs as TypeScript; undefined where nothing is built. */
export function workerFile(): string | undefined {
  if (!import.meta.url.endsWith(".ts")) return fileURLToPath(new URL("./worker.js", import.meta.url));
  const built = packagePath("dist", "src", "audit", "worker.js");
  return existsSync(built) ? built : undefined;
}
