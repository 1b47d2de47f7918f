/**
 * What is measured of the answers of a policy in training. `reward` is the run's own, in its raw unit; a log's reward goes
 * by its name, led by `logged `; the others are counts per answer, `tokens` by tare's own rule.
 */
export type CheckpointMeasure = "reward" | "tokens" | "list items" | "headings" | "bold" | `logged ${string}`;

/** One measure at one checkpoint: its mean, and how far it has moved since the first one, under the same prompts. */
export interface CheckpointMean {
  /** From 0, in the order of training. */
  readonly place: number;
  /** As the log names it; empty where it does not. */
  readonly checkpoint: string;
  readonly step: number | null;
  readonly measure: CheckpointMeasure;
  readonly mean: number;
  /** One-sided bounds at 1 - alpha each; of the change too. Null where there are none. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Null at the first checkpoint, and where no prompt was answered at both. */
  readonly change: number | null;
  readonly changeLower: number | null;
  readonly changeUpper: number | null;
  readonly alpha: number;
  /** Answers, and the prompts they answer. */
  readonly n: number;
  readonly prompts: number;
  /** Why a bound is missing; empty where none is. */
  readonly reason: string;
}

/**
 * How a measure goes with the reward under the same prompt: `within` one checkpoint (what the reward picks among the
 * answers of one policy) or `across` checkpoints (what has risen together in training, each checkpoint's mean).
 */
export interface RewardCorrelation {
  readonly measure: CheckpointMeasure;
  readonly level: "within" | "across";
  /** Pearson's, of deviations from the mean of the prompt (and checkpoint); null where either does not vary. */
  readonly correlation: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly alpha: number;
  /** Answers (`within`) or checkpoints of prompts (`across`), and prompts. */
  readonly n: number;
  readonly prompts: number;
  readonly reason: string;
}
