import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { PACKAGE_ROOT } from "../src/paths.js";

/** Reference models, statistics vectors and public data sets; too large or not ours to embed. */
export const SHARED = process.env.TARE_SHARED ?? join(PACKAGE_ROOT, "..", "shared");

/** A suite that needs a file of the shared folder; says so and is skipped where it is absent. */
export function describeWithShared(name: string, needs: string, suite: (path: string) => void): void {
  const path = join(SHARED, needs);
  if (existsSync(path)) describe(name, () => suite(path));
  // The suite itself is not even entered: it may read the file while it declares its tests.
  else describe.skip(name, () => it(`needs ${needs}, which is absent (set TARE_SHARED)`, () => {}));
}
