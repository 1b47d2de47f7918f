import type { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import type { Progress } from "../contract.js";
import { TareError } from "../errors.js";

/** What surrounds a run and cannot change its result. */
export interface Around {
  readonly cwd: string;
  readonly progress: Progress;
  /** Says what must be heard even where progress is not wanted; `progress.say` if left out. */
  readonly warn?: (line: string) => void;
  readonly signal: AbortSignal;
  /** The time, ISO-8601. */
  readonly now: () => string;
  readonly stdin: Readable | undefined;
}

/** Lets signals in between two pieces of work, and stops there when one came. */
export async function stopIfAborted(signal: AbortSignal, doing: string): Promise<void> {
  await turn();
  if (signal.aborted) throw new TareError("TARE_INTERRUPTED", `interrupted while ${doing}`);
}
