import { setImmediate } from "node:timers/promises";
import type { Prepared, Scorer, Text } from "../contract.js";
import { TareError } from "../errors.js";

/** A text of the run. */
export interface TextRow {
  readonly key: string;
  readonly text: Text;
  /** Its tokens, known where this scorer has scored it already. */
  readonly tokens: number | undefined;
}

/** A text whose length is known; `prepared` only where it still has to be scored. */
export interface WindowText {
  readonly key: string;
  readonly tokens: number;
  readonly prepared: Prepared | undefined;
}

/** A first window this small is tokenised at once; each following one is twice as large, up to the full size. */
const FIRST_WINDOW = 64;

/**
 * Yields the run's texts window by window in key order; while one is being scored the next is tokenised. Where windows begin
 * and end depends on the texts alone, not on which of them are scored already.
 */
export async function* preparedWindows(
  scorer: Scorer,
  read: (after: string, size: number) => readonly TextRow[],
  size: number,
  signal: AbortSignal,
): AsyncGenerator<readonly WindowText[]> {
  let next = Math.min(FIRST_WINDOW, size);
  const prepareAfter = (after: string): Promise<WindowText[]> => {
    const window = prepareWindow(scorer, read(after, next), signal);
    next = Math.min(2 * next, size);
    // Its failure is told when its turn comes, after what precedes it has been written.
    window.catch(() => {});
    return window;
  };
  let window = await prepareAfter("");
  while (window.length > 0) {
    const following = prepareAfter(window.at(-1)!.key);
    yield window;
    window = await following;
  }
}

async function prepareWindow(
  scorer: Scorer,
  rows: readonly TextRow[],
  signal: AbortSignal,
): Promise<WindowText[]> {
  const window: WindowText[] = [];
  for (const { key, text, tokens } of rows) {
    if (signal.aborted) break;
    if (tokens !== undefined) {
      window.push({ key, tokens, prepared: undefined });
      continue;
    }
    const prepared = prepareText(scorer, key, text);
    window.push({ key, tokens: prepared.tokens, prepared });
    // One text at a time: between two, finished batches are written and new ones sent, so the session never waits.
    await setImmediate();
  }
  return window;
}

function prepareText(scorer: Scorer, key: string, text: Text): Prepared {
  try {
    return scorer.prepare(key, text);
  } catch (error) {
    throw error instanceof TareError && error.where === "" ? error.at(`text ${key}`) : error;
  }
}
