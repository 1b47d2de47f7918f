import { setImmediate } from "node:timers/promises";
import type { Prepared, Scorer, Text } from "../contract.js";
import { TareError } from "../errors.js";
import type { NextTexts } from "./text-windows.js";

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

/** Batches of so many tokens find their like in such windows; those of a card, larger ones, want larger windows. */
const WINDOW_TOKENS = 512;
const LARGEST_SCALE = 8;

/** Texts that are tokenised in one turn of the event loop: some milliseconds; pairs may be built between two. */
const TURN = 8;

/**
 * Yields the texts window by window as they are read; while one is being scored the next is tokenised. Where windows begin
 * and end depends on the texts and a session's token budget, not on which of them are scored already. `size`: of a full
 * window for batches of 512 tokens.
 */
export async function* preparedWindows(
  scorer: Scorer,
  read: NextTexts,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<readonly WindowText[]> {
  const scale = scorer.tunable === undefined ? 1 : scaleOf(scorer.tokenBudget);
  const full = scale * size;
  let next = Math.min(scale * FIRST_WINDOW, full);
  const prepareNext = (): Promise<WindowText[]> => {
    const window = prepareWindow(scorer, read(next), signal);
    next = Math.min(2 * next, full);
    // Its failure is told when its turn comes, after what precedes it has been written.
    window.catch(() => {});
    return window;
  };
  let window = await prepareNext();
  while (window.length > 0) {
    const following = prepareNext();
    yield window;
    window = await following;
  }
}

function scaleOf(tokenBudget: number): number {
  return Math.min(LARGEST_SCALE, Math.max(1, Math.floor(tokenBudget / WINDOW_TOKENS)));
}

async function prepareWindow(
  scorer: Scorer,
  rows: ReturnType<NextTexts>,
  signal: AbortSignal,
): Promise<WindowText[]> {
  const window: WindowText[] = [];
  for (const { key, text, tokens } of await rows) {
    if (signal.aborted) break;
    if (tokens !== undefined) {
      window.push({ key, tokens, prepared: undefined });
      continue;
    }
    const prepared = prepareText(scorer, key, text);
    window.push({ key, tokens: prepared.tokens, prepared });
    // Every few texts finished batches are written and new ones sent, so the session never waits.
    if (window.length % TURN === 0) await setImmediate();
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
