import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "../keys.js";
import { packagePath } from "../paths.js";

/** The folder that holds src/ and augmentations/ as they run: the build's, or the sources' own. */
const RUNNING = fileURLToPath(new URL("../../", import.meta.url));
const CODE = /(?<!\.d)\.(?:js|ts|mjs)$/;

/** A digest of all that decides verdicts in this installation: the code as it runs, the lexicons and the SQL. */
export function codeDigest(): string {
  const rooms = [
    { root: RUNNING, folder: "src", wanted: CODE },
    { root: RUNNING, folder: "augmentations", wanted: CODE },
    { root: packagePath(), folder: "augmentations", wanted: /\.json$/ },
    { root: packagePath(), folder: "db", wanted: /\.sql$/ },
  ];
  const files = rooms.flatMap(({ root, folder, wanted }) =>
    filesBelow(root, folder)
      .filter((name) => wanted.test(name))
      .map((name) => [name, sha256(join(root, name))] as const),
  );
  return digestOf(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Paths from `root`, with forward slashes. */
function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, name) : entry.isFile() ? [name] : [];
  });
}

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
