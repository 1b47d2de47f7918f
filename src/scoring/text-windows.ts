import type { TextRow } from "./prepared-windows.js";

/** Texts in key order: at most `size` of those after `after`. */
export type TextWindows = (after: string, size: number) => readonly TextRow[];

/** The next texts, at most so many; none: there are no more. May wait for texts that are still being made. */
export type NextTexts = (size: number) => Promise<readonly TextRow[]> | readonly TextRow[];

/** Reads window after window: the texts of each part in key order, the parts as they come. */
export function inTurn(
  parts: AsyncIterable<number> | Iterable<number>,
  open: (part: number) => TextWindows,
): NextTexts {
  const turns = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  let windows: TextWindows | undefined;
  let after = "";
  return async (size) => {
    for (;;) {
      const rows = windows?.(after, size) ?? [];
      if (rows.length > 0) {
        after = rows.at(-1)!.key;
        return rows;
      }
      const next = await turns.next();
      if (next.done === true) return [];
      windows = open(next.value);
      after = "";
    }
  };
}

/** The same of texts that have no parts. */
export function inKeyOrder(windows: TextWindows): NextTexts {
  return inTurn([0], () => windows);
}
