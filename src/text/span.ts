/** A piece of a text by UTF-16 offsets, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Does the span touch any of `spans` (sorted by start, none inside another)? Binary search. */
export function touchesAny(span: Span, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && overlaps(spans[low]!, span);
}

/** The text with every span filled with `filler` (one UTF-16 unit), so that offsets stay. */
export function mask(text: string, spans: readonly Span[], filler: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    parts.push(text.slice(at, from), filler.repeat(end - from));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** Sorted and with overlapping spans merged. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}
