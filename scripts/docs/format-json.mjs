import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** JSON as the linter wants the file at `path` (relative to `root`) to be written. */
export function formatJson(value, path, root) {
  const { status, stdout, stderr, error } = spawnSync(
    join(root, "node_modules", ".bin", "biome"),
    ["format", `--stdin-file-path=${path}`],
    { cwd: root, input: JSON.stringify(value, null, 2), encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`biome does not format ${path}: ${stderr || error}`);
  return stdout;
}
