import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
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

/**
 * The compiled file `name` beside a module, which it names by import.meta.url: beside it in a build; in dist/ when the module runs
 * as TypeScript, since processes and threads run JavaScript. It may not be built.
 */
export function compiledBeside(module: string, name: string): string {
  const folder = dirname(fileURLToPath(module));
  return module.endsWith(".ts")
    ? packagePath("dist", relative(PACKAGE_ROOT, folder), name)
    : join(folder, name);
}
