/** A tie in two rows, one either way round; in one; not at all. */
export const TIES = ["both", "once", "none"] as const;
export type Ties = (typeof TIES)[number];

/** By who made a pair. */
export const ONLY = ["oracle", "rules"] as const;
export type Only = (typeof ONLY)[number];

/** A move of the reward that is no larger than this is one that the shipped rubrics let a spurious change make, in SDs. */
export const UNSURE = 0.3;
