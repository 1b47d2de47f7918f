import type { Span } from "./span.js";

/** The spans that lie between `start` and `end`, of a list in order without overlaps; by halving, so that long texts stay cheap. */
export function spansBetween<T extends Span>(spans: readonly T[], start: number, end: number): readonly T[] {
  const from = firstFrom(spans, start);
  let to = from;
  while (to < spans.length && spans[to]!.end <= end) to++;
  return spans.slice(from, to);
}

/** The span that holds all from `start` to `end`; undefined where none does. */
export function spanAround<T extends Span>(spans: readonly T[], start: number, end: number): T | undefined {
  const next = firstFrom(spans, start + 1);
  const found = spans[next - 1];
  return found !== undefined && end <= found.end ? found : undefined;
}

/** Index of the first span that starts at `at` or later. */
function firstFrom(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
