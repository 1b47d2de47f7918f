import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** As many as Linux follows. */
const MOST_LINKS = 40;

/** The absolute path that writing to `path` ends at, links followed, also where nothing lies there yet. */
export function realPlace(path: string, cwd: string, links = MOST_LINKS): string {
  const full = resolve(cwd, path);
  try {
    return realpathSync.native(full);
  } catch {
    const folder = dirname(full);
    if (folder === full) return full;
    const target = linkTarget(full);
    if (target !== undefined && links > 0) return realPlace(target, realPlace(folder, cwd, links), links - 1);
    return join(realPlace(folder, cwd, links), basename(full));
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}
