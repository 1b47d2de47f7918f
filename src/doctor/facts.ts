import type { DeviceReport, Scorer, ScorerIdentity, Warning } from "../contract.js";
import type { NoiseFloor } from "../scoring/noise.js";
import { chooseReward, type Reward } from "../scoring/reward.js";
import type { CpuAgreement } from "./cpu-agreement.js";
import type { DataFacts } from "./data-facts.js";
import { type FileFacts, fileFacts } from "./file-facts.js";
import { type ReadingFacts, readingFacts } from "./reading-facts.js";
import type { ReferenceFacts } from "./reference/compare.js";
import type { ScoreFacts } from "./score-facts.js";
import type { SweepRow } from "./sweep.js";

/** Everything the problems are found in, gathered once. What was not looked at is null. */
export interface ModelFacts {
  readonly identity: ScorerIdentity;
  readonly key: string;
  readonly files: readonly FileFacts[];
  /** Where it runs, and what could not be had; null where no session runs here. */
  readonly device: DeviceReport | null;
  /** What the scorer itself warns of. */
  readonly warnings: readonly Warning[];
  /** What is taken as the reward; null where the model has several heads and none was chosen. */
  readonly reward: Reward | null;
  /** How it reads texts; null for a scorer without a model on this machine. */
  readonly reading: ReadingFacts | null;
  readonly data: DataFacts | null;
  readonly scores: ScoreFacts | null;
  readonly noise: Omit<NoiseFloor, "alone"> | null;
  /** Where the profiler saw the graph's nodes run. */
  readonly placement: readonly PlacedNodes[] | null;
  /** Speed by the most tokens of a batch. */
  readonly sweep: readonly SweepRow[];
  readonly samples: readonly SampleScore[];
  readonly reference: ReferenceFacts | null;
  /** How a card's scores compare with the CPU's; null on the CPU itself. */
  readonly onCpu: CpuAgreement | null;
}

/** Nodes of one operator on one execution provider. */
export interface PlacedNodes {
  readonly provider: string;
  readonly operator: string;
  readonly nodes: number;
  readonly microseconds: number;
}

/** A built-in text with its raw logits. */
export interface SampleScore {
  readonly prompt: string;
  readonly response: string;
  readonly tokens: number;
  readonly logits: readonly number[];
}

export interface RewardAsked {
  readonly head: string | undefined;
  readonly negate?: boolean | undefined;
}

/** What can be known without scoring. Errors: TARE_MODEL_HEADS where a head is asked for that is not there. */
export function firstFacts(scorer: Scorer, { head, negate }: RewardAsked): ModelFacts {
  const { identity, key } = scorer;
  const several = identity.heads.length > 1 && head === undefined;
  const description = scorer.describe?.();
  return {
    identity,
    key,
    files: fileFacts(identity.files, description?.folder),
    device: scorer.deviceReport ?? null,
    warnings: scorer.warnings ?? [],
    reward: several ? null : chooseReward(identity, head, negate),
    reading: description === undefined ? null : readingFacts(description, identity.maxLength),
    data: null,
    scores: null,
    noise: null,
    placement: null,
    sweep: [],
    samples: [],
    reference: null,
    onCpu: null,
  };
}
