/** What became of the pairs of one operator. */
export interface OperatorTally {
  /** `length-padding@2` */
  readonly operator: string;
  readonly kind: "causal" | "neutral";
  /** Accepted pairs of the run. */
  pairs: number;
  /** Pairs that are in the file, and the rows they take. */
  written: number;
  rows: number;
  /** Of those written, why the filter kept them; empty without one. */
  readonly kept: Record<string, number>;
  /** Those that were not written, by reason. */
  readonly left: Record<string, number>;
}

/** Why a pair is not in the file, and what that means. */
export const LEFT = {
  "not-chosen": "another operator was asked for (--augmentation, --only)",
  "held-out": "kept for a gate to rest on (--hold-out)",
  "held-text": "it holds a text that was written for a pair held out",
  suspect: "readers contradict its label",
  "two-prompts": "base and variant stand under different prompts: no preference between two answers",
  repeated: "the same pair was written for another item",
  "no-tie": "ties were left out (--ties none)",
  right: "filtered: the baseline is right of it, and sure",
  tied: "filtered: the baseline moves no further than it may",
  truncated: "filtered: the baseline read only part of a text",
  "not-weighed": "filtered: the baseline run has not weighed it",
} as const;
export type LeftReason = keyof typeof LEFT;

/** Why the filter kept a pair. */
export const KEPT = {
  wrong: "the reward went the wrong way, beyond noise",
  unsure: "the reward went the right way, or nowhere, by too little",
  moved: "a tie that the reward breaks",
} as const;
export type KeptReason = keyof typeof KEPT;

export function addTo(counts: Record<string, number>, reason: string): void {
  counts[reason] = (counts[reason] ?? 0) + 1;
}

/** The counts of all operators together. */
export function sumOf(tallies: readonly OperatorTally[]): Omit<OperatorTally, "operator" | "kind"> {
  const all = { pairs: 0, written: 0, rows: 0, kept: {}, left: {} } as Omit<
    OperatorTally,
    "operator" | "kind"
  >;
  for (const { pairs, written, rows, kept, left } of tallies) {
    all.pairs += pairs;
    all.written += written;
    all.rows += rows;
    for (const [reason, n] of Object.entries(kept)) all.kept[reason] = (all.kept[reason] ?? 0) + n;
    for (const [reason, n] of Object.entries(left)) all.left[reason] = (all.left[reason] ?? 0) + n;
  }
  return all;
}
