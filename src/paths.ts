import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package: the nearest one above this file that holds package.json (from src/ and from dist/src/ alike). */
function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

export const PACKAGE_ROOT = findPackageRoot();

/** A file or folder of the package that is data (rubrics, lexicons, SQL, demo), the same for source and build. */
export function packagePath(...parts: readonly string[]): string {
  return join(PACKAGE_ROOT, ...parts);
}
