import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { TareError } from "../../errors.js";
import { whyUnwritten } from "../../file-reasons.js";
import { realPlace } from "../real-place.js";
import { requireFree } from "../require-free.js";

/** A database that is made beside its place and comes there whole, or not at all. */
export interface NewDatabase {
  /** Where it is made: an empty file. */
  readonly part: string;
  keep(): void;
  /** Removes what was not kept: to be called whatever happens. */
  drop(): void;
}

/** Throws TARE_OUTPUT where something lies there and may not be replaced, or nothing can be written. */
export function newDatabase(path: string, force: boolean): NewDatabase {
  const target = realPlace(path, process.cwd());
  requireAlone(path, target, force);
  const part = orRefuse(path, () => reserve(target));
  const remove = () => {
    for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(part + end, { force: true });
  };
  process.once("exit", remove);
  return {
    part,
    keep: () =>
      orRefuse(path, () => {
        const file = openSync(part, "r+");
        fsyncSync(file);
        closeSync(file);
        renameSync(part, target);
      }),
    drop() {
      remove();
      process.off("exit", remove);
    },
  };
}

function requireAlone(path: string, target: string, force: boolean): void {
  if (!force) requireFree(path, "--output");
  // The journal of the old file would be taken for one of the new.
  const journal = ["-wal", "-journal"].find((end) => existsSync(target + end));
  if (journal === undefined) return;
  throw new TareError(
    "TARE_OUTPUT",
    `${path}${journal} lies beside it: a database with a journal is in use, or was left by a killed process`,
    {
      where: path,
      fix: "Give another --output, or remove that database with its journal first.",
    },
  );
}

function reserve(target: string): string {
  for (let n = 0; ; n++) {
    const part = n === 0 ? `${target}.part` : `${target}.${n}.part`;
    try {
      closeSync(openSync(part, "wx"));
      return part;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function orRefuse<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new TareError("TARE_OUTPUT", whyUnwritten(error), { where: path, cause: error });
  }
}
