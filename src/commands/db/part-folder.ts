import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { TareError } from "../../errors.js";
import { whyUnwritten } from "../../file-reasons.js";

/** Files of one folder that come there all together, or not at all. */
export interface PartFolder {
  /** Begins the next file, and ends the one before. */
  begin(name: string): void;
  write(content: string | Uint8Array): void;
  /** All of them take their places. */
  keep(): void;
  /** Removes what was not kept: to be called whatever happens. */
  drop(): void;
}

/** Makes the folder where there is none. Throws TARE_OUTPUT where one of the files is there and may not be replaced. */
export function partFolder(folder: string, names: readonly string[], force: boolean): PartFolder {
  requireFree(folder, names, force);
  const orRefuse = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new TareError("TARE_OUTPUT", whyUnwritten(error), { where: folder, cause: error });
    }
  };
  const parts = orRefuse(() => mkdtempSync(join(folder, "export.part-")));
  const remove = () => rmSync(parts, { recursive: true, force: true });
  process.once("exit", remove);
  let file: number | undefined;
  const end = () => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  return {
    begin: (name) =>
      orRefuse(() => {
        end();
        file = openSync(join(parts, name), "wx");
      }),
    write: (content) => orRefuse(() => writeFileSync(file!, content)),
    keep: () =>
      orRefuse(() => {
        end();
        for (const name of names) renameSync(join(parts, name), join(folder, name));
      }),
    drop() {
      end();
      remove();
      process.off("exit", remove);
    },
  };
}

function requireFree(folder: string, names: readonly string[], force: boolean): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const isFile = existsSync(folder) && !statSync(folder).isDirectory();
    const what = isFile ? "this is a file, not a folder" : whyUnwritten(error);
    throw new TareError("TARE_OUTPUT", what, { where: folder, cause: error });
  }
  const taken = names.filter((name) => existsSync(join(folder, name)));
  if (taken.length === 0 || force) return;
  throw new TareError("TARE_OUTPUT", `${taken.length} of the files lie there already`, {
    where: join(folder, taken[0]!),
    fix: "Give another --output, or --force to replace them.",
  });
}
