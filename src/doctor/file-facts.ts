import { statSync } from "node:fs";
import { join } from "node:path";
import type { ScorerIdentity } from "../contract.js";

/** A file that changes the scorer's numbers. */
export interface FileFacts {
  readonly file: string;
  readonly sha256: string;
  /** Null where it does not lie in a folder on this machine. */
  readonly bytes: number | null;
}

export function fileFacts(files: ScorerIdentity["files"], folder: string | undefined): FileFacts[] {
  return Object.entries(files).map(([file, sha256]) => {
    const found = folder === undefined ? undefined : statSync(join(folder, file), { throwIfNoEntry: false });
    return { file, sha256, bytes: found?.size ?? null };
  });
}
