/** Milliseconds since some fixed moment: for how long an answer took alone, which is shown and decides nothing. */
export function stopwatch(): number {
  return performance.now();
}
