import type { Augmentation, Expectation } from "./augmentation.js";
import type { ResponseRole } from "./item.js";

/** What only a long report shows of a run: loaded where a report `wants` it, each part by a named query of db/queries. */
export interface RunDetails {
  /** The pairs that broke the expectation of their operator most; in the order of coverage. */
  readonly examples: readonly OperatorExamples[];
  /** Of the answers by role (`augmentation` empty), then of the two sides of each operator's pairs. */
  readonly histograms: readonly ScoreHistogram[];
  /** Empty where no item has a chosen and a rejected answer. */
  readonly rankings: readonly RankingCell[];
  /** From small margins to large ones; empty likewise. */
  readonly margins: readonly MarginBin[];
  /** One a head of the scorer; empty where noise was not measured. */
  readonly noise: readonly HeadNoise[];
  /** Machines that the scorer ran on, and how fast; empty where none is stored. */
  readonly placement: readonly Placement[];
  readonly provenance: Provenance;
  /** The named questions that these numbers answer, and those of the rest of the run. */
  readonly queries: readonly QueryText[];
}

/** Worst pairs of one operator, all doses together (`tare query worst-pairs`). */
export interface OperatorExamples {
  readonly attribute: string;
  readonly augmentation: string;
  readonly expects: Expectation;
  readonly changes: Augmentation["changes"];
  /** Valid pairs of the operator in the run; those that are not `shown` are left out. */
  readonly pairs: number;
  /** The worst first. */
  readonly shown: readonly ExamplePair[];
}

export interface ExamplePair {
  readonly pair: string;
  readonly item: string;
  readonly subset: string;
  readonly role: ResponseRole;
  readonly dose: number | null;
  readonly baseScore: number;
  readonly variantScore: number;
  /** (variant - base) in SDs of the run's ruler; null without a ruler. */
  readonly z: number | null;
  readonly base: Excerpt;
  readonly variant: Excerpt;
  readonly prompt: Excerpt;
  /** Where the operator changed the prompt; else null. */
  readonly variantPrompt: Excerpt | null;
}

/** A stretch of a text: two of a pair begin at the same place, so that they can be compared word by word. */
export interface Excerpt {
  readonly text: string;
  /** UTF-16 units left out before it and after it. */
  readonly before: number;
  readonly after: number;
}

/** How many texts score within each bin; bins are the same for all series of a run, empty ones left out. */
export interface ScoreHistogram {
  /** Empty: the answers of the data. */
  readonly augmentation: string;
  readonly part: ResponseRole | "base" | "variant";
  readonly bins: readonly { readonly low: number; readonly high: number; readonly texts: number }[];
}

/** How often the chosen answer of one style scores above the rejected one of another, ties half. */
export interface RankingCell {
  /** Empty where the data have no parts. */
  readonly subset: string;
  readonly chosenStyle: string;
  readonly rejectedStyle: string;
  readonly comparisons: number;
  readonly accuracy: number;
  /** Mean of chosen - rejected in SDs of the ruler; null without one. */
  readonly margin: number | null;
}

/** Comparisons with margins of like size: how often the higher score is the chosen one's. */
export interface MarginBin {
  /** Smallest, mean and largest |chosen - rejected| of the bin, raw. */
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  readonly comparisons: number;
  readonly accuracy: number;
  /** What a Bradley-Terry reward says of itself: mean of 1 / (1 + exp(-|margin|)). */
  readonly claimed: number;
}

/** How far the scorer's own score of the same text moved, raw (statistics.md §6). */
export interface HeadNoise {
  readonly head: number;
  readonly name: string;
  readonly texts: number;
  readonly floor: number;
  readonly repeat: number;
  readonly batched: number;
  readonly padded: number;
  readonly cause: string;
}

export interface Placement {
  /** Device, processor, cores, runtime; no host name. */
  readonly machine: string;
  readonly tokenBudget: number;
  readonly threads: number;
  /** `run`, `sample`, or `tuning` where only the sweep is known. */
  readonly source: string;
  readonly texts: number | null;
  readonly tokens: number | null;
  readonly padded: number | null;
  readonly milliseconds: number | null;
}

/** Everything that says what a run was, for whoever wants to make it again. */
export interface Provenance {
  readonly tareVersion: string;
  /** Version whose analysis it is; null before one. */
  readonly judgedBy: string | null;
  /** Digest of the item ids. */
  readonly data: string;
  /** The weighted sum of logits that is the reward. */
  readonly reward: string;
  /** Canonical JSON; its digest is the run's id. */
  readonly plan: string;
  /** The rubric's file as it was read. */
  readonly rubricSource: string;
  readonly tokenBudget: number | null;
  readonly threads: number | null;
  readonly operators: readonly { readonly name: string; readonly version: number; readonly source: string }[];
  /** Oldest first. */
  readonly events: readonly { readonly at: string; readonly kind: string; readonly detail: string }[];
  /** Events before these that are not listed. */
  readonly earlierEvents: number;
}

/** A named question as `tare query` asks it. */
export interface QueryText {
  readonly name: string;
  readonly title: string;
  /** `standard` is what holds where none is given; null: nothing, or it must be given. */
  readonly parameters: readonly { readonly name: string; readonly standard: string | null }[];
  readonly sql: string;
}
