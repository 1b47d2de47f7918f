import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { TareError } from "../../errors.js";
import { whyUnwritten } from "../../file-reasons.js";

/** Values laid aside in a temporary file and read back in their order. */
export interface Spool<T> {
  add(value: T): void;
  values(): Generator<T>;
  /** To be called whatever happens. */
  drop(): void;
}

/** Throws TARE_OUTPUT where the folder for temporary files cannot take it. */
export function openSpool<T>(): Spool<T> {
  const folder = orRefuse(() => mkdtempSync(join(tmpdir(), "tare-answer-")));
  const drop = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", drop);
  const file = orRefuse(() => openSync(join(folder, "rows"), "w+"));
  const sizes: number[] = [];
  return {
    add(value) {
      const bytes = serialize(value);
      for (let at = 0; at < bytes.length; ) at += orRefuse(() => writeSync(file, bytes, at));
      sizes.push(bytes.length);
    },
    *values() {
      let place = 0;
      for (const size of sizes) {
        const bytes = Buffer.alloc(size);
        for (let at = 0; at < size; ) at += readSync(file, bytes, at, size - at, place + at);
        place += size;
        yield deserialize(bytes) as T;
      }
    },
    drop() {
      closeSync(file);
      drop();
      process.off("exit", drop);
    },
  };
}

function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new TareError("TARE_OUTPUT", whyUnwritten(error), { where: tmpdir(), cause: error });
  }
}
