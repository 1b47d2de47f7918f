/** `auto`: in batches, unless the noise floor shows that batch mates or padding move scores. */
export const BATCHINGS = ["auto", "single", "padded"] as const;
export type Batching = (typeof BATCHINGS)[number];

/** What decides a scorer's speed, and of its scores the last digits at most. */
export interface Tuning {
  /** Most tokens (rows x longest) a batch may hold; 1 means one text a batch. */
  readonly tokenBudget: number;
  /** Threads of the session; 0 where there are none to set. */
  readonly threads: number;
}

/** What may be tried for speed. The first of each list is the standard; a list of one is not to be tried. */
export interface Tunable {
  /** What a tuning was measured on: processor, cores, runtime; no host names. */
  readonly machine: string;
  readonly budgets: readonly number[];
  readonly threads: readonly number[];
}
