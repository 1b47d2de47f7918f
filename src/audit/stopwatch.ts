/** Milliseconds since some fixed moment: for throughput alone, which is shown and decides nothing. */
export function stopwatch(): number {
  return performance.now();
}
