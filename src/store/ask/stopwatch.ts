/** A time limit over several waits: what passes between them does not count. */
export interface Stopwatch {
  /** Waits for `work`, or throws what `late` makes once the time is used up. */
  within<T>(work: Promise<T>, late: () => Error): Promise<T>;
}

/** setTimeout takes no more (2^31 - 1 ms, about 24 days). */
const LONGEST = 2 ** 31 - 1;

/** `limit` in milliseconds; 0: none. */
export function stopwatch(limit: number): Stopwatch {
  let left = limit;
  return {
    async within(work, late) {
      if (limit === 0) return work;
      const begun = performance.now();
      let timer: NodeJS.Timeout | undefined;
      const alarm = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(late()), Math.min(Math.max(left, 0), LONGEST));
      });
      try {
        return await Promise.race([work, alarm]);
      } finally {
        clearTimeout(timer);
        left -= performance.now() - begun;
        work.catch(() => {}); // it may fail when its process is ended, after nobody waits for it
      }
    },
  };
}
