/** What a merge took from one database, and where the two disagreed. */
export interface Merged {
  readonly source: string;
  /** Of its schema; an older one was upgraded in a copy. */
  readonly version: number;
  readonly upgraded: boolean;
  readonly tables: readonly { readonly table: string; readonly added: number }[];
  /** Tables of the source that are none of tare's. */
  readonly leftOut: readonly string[];
  readonly runs: MergedRuns;
  readonly scores: MergedScores;
  readonly judgements: { readonly replaced: number };
  /** Rows with the same key and other content, first kept. */
  readonly differences: readonly Difference[];
}

export interface MergedRuns {
  readonly added: readonly string[];
  /** Unfinished here, complete there. */
  readonly completed: readonly string[];
  /** In both, and kept as they were. */
  readonly kept: readonly string[];
  /** Complete in both, with another verdict or other numbers. */
  readonly different: readonly RunDifference[];
  /** Added runs whose numbers were computed with other scores than those kept here. */
  readonly otherScores: readonly string[];
}

export interface RunDifference {
  readonly run: string;
  readonly here: string;
  readonly there: string;
  /** Effects and verdicts that are not the same row for row. */
  readonly rows: number;
}

export interface MergedScores {
  /** Scored in both. */
  readonly shared: number;
  /** Other logits, no farther apart than the scorer's noise floor. */
  readonly within: number;
  readonly beyond: number;
  /** The same text read as another number of tokens, or cut: another reading, whatever the logit. */
  readonly read: number;
  /** The farthest apart first. */
  readonly largest: readonly ScoreDifference[];
}

export interface ScoreDifference {
  readonly scorer: string;
  readonly name: string;
  readonly text: string;
  readonly head: number;
  /** Here. */
  readonly kept: number;
  readonly other: number;
  readonly difference: number;
  /** Null where the noise of this scorer was never measured. */
  readonly floor: number | null;
}

export interface Difference {
  readonly table: string;
  /** How many rows. */
  readonly rows: number;
  /** The first few, each in words. */
  readonly examples: readonly string[];
}
