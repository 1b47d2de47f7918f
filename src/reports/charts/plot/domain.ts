/** From the smallest to the largest, and a little more on both sides; never empty. */
export function domainOf(values: readonly (number | null | undefined)[], margin = 0.06): [number, number] {
  const finite = values.filter((value): value is number => value != null && Number.isFinite(value));
  if (finite.length === 0) return [0, 1];
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const room = (high - low || Math.abs(high) || 1) * margin;
  return [low - room, high + room];
}

interface Interval {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The same for intervals: estimates and `always` are in sight, of ends only those that are not further off than the range of
 * the former, so that one wide interval does not hide the others. What is cut is drawn with an arrow (see intervals.ts).
 */
export function intervalDomain(intervals: readonly Interval[], always: readonly number[]): [number, number] {
  const [low, high] = domainOf([...intervals.map(({ estimate }) => estimate), ...always], 0);
  const reach = (high - low || Math.abs(high) || 1) * 1.2;
  const ends = intervals.flatMap(({ lower, upper }) => [lower, upper]);
  const seen = ends.map((end) => (end === null ? null : Math.min(high + reach, Math.max(low - reach, end))));
  return domainOf([low, high, ...seen], 0.04);
}
