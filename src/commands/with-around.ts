import type { Around } from "../stages/around.js";
import { untilInterrupted } from "./interrupt.js";
import { makeProgress } from "./progress.js";
import { printNote } from "./terminal.js";

/** Does long work with progress on stderr, stopping cleanly on Ctrl-C. */
export async function withAround<T>(quiet: boolean, work: (around: Around) => Promise<T>): Promise<T> {
  const progress = makeProgress(quiet);
  const { signal, release } = untilInterrupted();
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
