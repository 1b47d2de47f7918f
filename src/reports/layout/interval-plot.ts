export interface Interval {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What a row of plots spans: the smallest range around 0 that holds every estimate and bound. */
export function axisOf(intervals: readonly Interval[]): readonly [low: number, high: number] {
  const known = intervals
    .flatMap(({ estimate, lower, upper }) => [estimate, lower, upper])
    .filter((value): value is number => value !== null && Number.isFinite(value));
  return [Math.min(0, ...known), Math.max(0, ...known)];
}

/**
 * An interval on an axis of `width` columns: `│` is 0, `●` the estimate, `─` what lies within the bounds, and `◂` `▸` a
 * bound without an end. Empty where there is no estimate or the axis has no length.
 */
export function intervalPlot(
  { estimate, lower, upper }: Interval,
  [low, high]: readonly [low: number, high: number],
  width: number,
): string {
  if (estimate === null || !Number.isFinite(estimate) || high <= low) return "";
  const place = (value: number) => Math.round(((value - low) / (high - low)) * (width - 1));
  const ends = (value: number, end: number) => (Number.isFinite(value) ? place(value) : end);
  const from = lower === null ? place(estimate) : ends(lower, 0);
  const to = upper === null ? place(estimate) : ends(upper, width - 1);
  const zero = place(0);
  return Array.from({ length: width }, (_, at) => {
    if (at === place(estimate)) return "●";
    if (lower === -Infinity && at === 0) return "◂";
    if (upper === Infinity && at === width - 1) return "▸";
    if (at >= from && at <= to) return at === zero ? "┼" : "─";
    return at === zero ? "│" : " ";
  }).join("");
}
