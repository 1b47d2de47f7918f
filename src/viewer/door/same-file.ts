import { statSync } from "node:fs";
import type { MiddlewareHandler } from "hono";
import { TareError } from "../../errors.js";

/**
 * Lets in as long as the file that was opened is the one at its path: what is open stays readable after it was removed, so that
 * pages would go on to show what is gone, beside queries that read what has come in its place. Throws TARE_DB_MISSING.
 */
export function requireSameFile(path: string): MiddlewareHandler {
  const opened = fileAt(path);
  return async (_context, next) => {
    const now = fileAt(path);
    if (now === undefined || now !== opened)
      throw new TareError(
        "TARE_DB_MISSING",
        now === undefined
          ? "the database that is shown was removed, or moved elsewhere"
          : "another file has taken the place of the database that is shown",
        { where: path, fix: "End this viewer, and start `tare view` anew where the database is now." },
      );
    await next();
  };
}

function fileAt(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}
