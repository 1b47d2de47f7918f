import type { JointPower } from "../contract.js";
import type { OracleKnown } from "./oracle-known.js";
import type { ClaimOutlook } from "./outlook.js";

/** What one operator at one dose makes of the data. */
export interface OperatorPlan {
  readonly attribute: string;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly items: number;
  readonly prompts: number;
  readonly pairs: number;
  /** Why others did not come about: reason -> how many. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** What is asked of the model, and what that takes. */
export interface Cost {
  readonly items: number;
  readonly prompts: number;
  readonly pairs: number;
  /** Distinct texts; how many of them this scorer has scored already. */
  readonly texts: number;
  readonly scored: number;
  /** Tokens of the others, by the scorer's own count of a sample. */
  readonly tokens: number;
  /** Of scoring them on this machine. */
  readonly seconds: number;
}

/** How the time is known. */
export interface SpeedView {
  /** `none`: there is nothing left to score. */
  readonly source: "run" | "sample" | "now" | "none";
  /** Texts and seconds of that measurement. */
  readonly texts: number;
  readonly seconds: number;
  /** Expected of the texts that are to be scored. */
  readonly textsPerSecond: number | null;
}

export interface PowerView {
  readonly claims: readonly ClaimOutlook[];
  readonly joint: JointPower;
}

/** The part of the data that a budget pays for. */
export interface BudgetPlan {
  readonly asked: string;
  /** False where it pays for all of the data: nothing is left out. */
  readonly cuts: boolean;
  /** Prompts that each claim gets at most. */
  readonly promptsPerClaim: number;
  readonly takes: Cost & PowerView;
  readonly leavesOut: Pick<Cost, "items" | "prompts" | "pairs" | "texts">;
  /** Claims that could be judged on all of the data and cannot be on this part. */
  readonly undecidable: readonly string[];
}

/** What a run of one model would be and cost: nothing of it has been scored. */
export interface PlanView {
  readonly model: string;
  readonly scorer: string;
  readonly reward: string;
  readonly rubric: { readonly name: string; readonly digest: string };
  readonly seed: number;
  readonly files: readonly string[];
  /** The run that `tare run` would make or go on with; its state if there is one. Which one is not known before its oracle was asked. */
  readonly run: { readonly id: string | null; readonly state: string | null };
  /** Null where no operator is asked of an oracle. */
  readonly oracle: OracleKnown | null;
  /** Of all of the data. */
  readonly all: Cost & PowerView;
  readonly speed: SpeedView;
  /** Seconds that building all pairs took just now; a run does it beside scoring. */
  readonly buildingSeconds: number;
  readonly operators: readonly OperatorPlan[];
  /** The run whose estimates are expected again; null where they are assumed. */
  readonly earlierRun: string | null;
  readonly budget: BudgetPlan | null;
  /** Claims on drops, which are not among the others: what they prove hangs on the baseline as well. */
  readonly dropsNotCounted: number;
}
