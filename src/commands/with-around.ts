import { TareError } from "../errors.js";
import type { Around } from "../stages/around.js";
import { untilInterrupted } from "./interrupt.js";
import { makeProgress } from "./progress.js";
import { printNote } from "./terminal.js";

/** Does long work with progress on stderr, stopping cleanly on Ctrl-C: scores that were made then are kept. */
export async function withAround<T>(
  quiet: boolean,
  work: (around: Around) => Promise<T>,
  kept = true,
): Promise<T> {
  const progress = makeProgress(quiet);
  const { signal, release } = untilInterrupted(kept);
  try {
    const now = () => new Date().toISOString();
    const warn = (line: string) => {
      progress.end();
      printNote(line);
    };
    return await work({ cwd: process.cwd(), progress, warn, signal, now, stdin: process.stdin });
  } finally {
    progress.end();
    release();
  }
}

/** The same for work that stores nothing on its way: interrupted, it says that it begins anew. */
export async function withAroundAnew<T>(quiet: boolean, work: (around: Around) => Promise<T>): Promise<T> {
  try {
    return await withAround(quiet, work, false);
  } catch (error) {
    if (!(error instanceof TareError) || error.code !== "TARE_INTERRUPTED") throw error;
    const { code, message, where, cause } = error;
    throw new TareError(code, message, { where, cause, fix: "Give the same command again: it begins anew." });
  }
}
