import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import { TareError } from "../errors.js";
import { whyUnwritten } from "../file-reasons.js";
import { realPlace } from "./real-place.js";

/** A file that is written beside its place and comes there whole, or not at all. */
export interface Replacement {
  write(content: string | Uint8Array): void;
  /** What was written takes its place. */
  keep(): void;
  /** Removes what was written and not kept: to be called whatever happens. */
  drop(): void;
  /** True where what is written has left at once: a pipe, a device. */
  readonly leaves: boolean;
}

/** Opens a file to be written anew. What lies there stays as it is until `keep`. Throws TARE_OUTPUT. */
export function replaceFile(path: string): Replacement {
  const orRefuse = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new TareError("TARE_OUTPUT", whyUnwritten(error), { where: path, cause: error });
    }
  };
  const before = orRefuse(() => statSync(path, { throwIfNoEntry: false }));
  if (before?.isDirectory())
    throw new TareError("TARE_OUTPUT", "this is a folder, not a file", { where: path });
  const leaves = (before !== undefined && !before.isFile()) || /^\/(dev|proc)\//.test(resolve(path));
  const target = leaves ? path : realPlace(path, process.cwd());
  const { file, part } = orRefuse(() =>
    leaves ? { file: openSync(path, "w"), part: undefined } : openPart(target, before),
  );
  let open = true;
  const remove = () => part !== undefined && rmSync(part, { force: true });
  // A second Ctrl-C, or a reader that has gone, leaves by process.exit.
  process.once("exit", remove);
  const close = () => {
    closeSync(file);
    open = false;
    process.off("exit", remove);
  };
  return {
    leaves,
    // To an open file it writes on from where it stands, and all of it: writeSync may stop halfway.
    write: (content) => orRefuse(() => writeFileSync(file, content)),
    keep: () => {
      close();
      if (part !== undefined) orRefuse(() => moveOver(part, target));
    },
    drop: () => {
      if (!open) return;
      close();
      remove();
    },
  };
}

/** A new file in the same folder, with the rights of what it is to replace; nobody's file is written over. */
function openPart(target: string, before: Stats | undefined): { file: number; part: string } {
  if (before !== undefined) accessSync(target, constants.W_OK);
  for (let n = 0; ; n++) {
    const part = n === 0 ? `${target}.part` : `${target}.${n}.part`;
    try {
      const file = openSync(part, "wx");
      if (before !== undefined) fchmodSync(file, before.mode & 0o777);
      return { file, part };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function moveOver(part: string, target: string): void {
  try {
    renameSync(part, target);
  } catch (error) {
    // A single file that is mounted into a container can be written, not replaced.
    if ((error as NodeJS.ErrnoException).code === "EBUSY") copyFileSync(part, target);
    else throw error;
  } finally {
    rmSync(part, { force: true });
  }
}
