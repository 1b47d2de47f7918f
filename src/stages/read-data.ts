import { TareError } from "../errors.js";
import { type ReadItem, type ReadOptions, readItems } from "../formats/read.js";
import type { Around } from "./around.js";
import { sayBad } from "./say-bad.js";

/**
 * Items of the files until a signal comes; a standard input that says nothing more is let go of. Says at the end which
 * records were left out. Throws TARE_INTERRUPTED.
 */
export async function* readData(
  files: readonly string[],
  options: ReadOptions & Pick<Around, "signal" | "progress" | "warn">,
): AsyncGenerator<ReadItem> {
  const { signal, stdin } = options;
  const letGo = () => {
    if (files.includes("-")) stdin?.destroy();
  };
  signal.addEventListener("abort", letGo, { once: true });
  try {
    for await (const read of readItems(files, options)) {
      if (signal.aborted) break;
      yield read;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener("abort", letGo);
  }
  if (signal.aborted) throw new TareError("TARE_INTERRUPTED", "interrupted while reading the data");
  sayBad(options.bad, options);
}
