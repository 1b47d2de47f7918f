/** Where a non-decreasing function crosses zero between `low` (below) and `high` (above), by bisection to the last digits. */
export function crossing(f: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 200 && above - below > 1e-13 * Math.abs(above); step++) {
    const middle = (below + above) / 2;
    if (f(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** Doubles `start` until f is no longer negative there; undefined where it stays so up to `limit`. */
export function firstAbove(f: (x: number) => number, start: number, limit: number): number | undefined {
  for (let x = start; x <= limit; x *= 2) if (f(x) >= 0) return x;
  return undefined;
}
