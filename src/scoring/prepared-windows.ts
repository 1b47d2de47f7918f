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

/** Yields the run's texts window by window in key order; while one is being scored the next is tokenised. */
export async function* preparedWindows(
  scorer: Scorer,
  read: (after: string, size: number) => readonly TextRow[],
  size: number,
  signal: AbortSignal,
): AsyncGenerator<readonly WindowText[]> {
  const prepareAfter = (after: string): Promise<WindowText[]> => {
    const window = prepareWindow(scorer, read(after, size), signal);
    // Its failure is told when its turn comes, after what precedes it has been written.
    window.catch(() => {});
    return window;
  };
  let window = await prepareAfter("");
  while (window.length > 0) {
    const next = prepareAfter(window.at(-1)!.key);
    yield window;
    window = await next;
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
