import { accessSync, constants, statfsSync, statSync } from "node:fs";
import { TareError } from "../../errors.js";

/** The folder in which SQLite puts temporary files, in the order it looks (sqlite.org/tempfiles.html). */
export function temporaryFolder(env: NodeJS.ProcessEnv): string {
  const places = [env.SQLITE_TMPDIR, env.TMPDIR, "/var/tmp", "/usr/tmp", "/tmp", "."];
  return places.find((place) => place !== undefined && isWritable(place)) ?? ".";
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** Refuses what needs more bytes in these folders than their file systems have left. Throws TARE_DB_FULL. */
export function requireSpace(
  path: string,
  needs: readonly { readonly folder: string; readonly bytes: number }[],
): void {
  const byDevice = new Map<number, { folder: string; bytes: number }>();
  for (const { folder, bytes } of needs) {
    const device = statSync(folder).dev;
    byDevice.set(device, { folder, bytes: bytes + (byDevice.get(device)?.bytes ?? 0) });
  }
  for (const { folder, bytes } of byDevice.values()) {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize >= bytes) continue;
    throw new TareError(
      "TARE_DB_FULL",
      `${megabytes(bytes)} are needed in ${folder}, ${megabytes(bavail * bsize)} are free`,
      {
        where: path,
        fix: "Free some space there, or set SQLITE_TMPDIR to a folder that has it; nothing was changed.",
      },
    );
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
