/** "No number can be had from this": a value, never a pass, never a zero-width interval. */
export interface Inconclusive {
  /** In words, e.g. `under 6 prompts`. */
  readonly inconclusive: string;
}

export function inconclusive(reason: string): Inconclusive {
  return Object.freeze({ inconclusive: reason });
}

export function isInconclusive(x: unknown): x is Inconclusive {
  return typeof x === "object" && x !== null && "inconclusive" in x;
}

/** Fewest prompts for which an interval is given: below it no method covers, and the exact sign flip cannot reach .05/3. */
export const MINIMUM_CLUSTERS = 6;

export function underMinimumClusters(clusters: number): Inconclusive | undefined {
  return clusters < MINIMUM_CLUSTERS ? inconclusive(`under ${MINIMUM_CLUSTERS} prompts`) : undefined;
}
