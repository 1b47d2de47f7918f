import type { Augmentation, Expectation } from "./augmentation.js";
import type { BestOfN } from "./best-of-n.js";
import type { CheckpointMean, RewardCorrelation } from "./checkpoint.js";
import type { RunDetails } from "./details.js";
import type { CurvePoint, Effect } from "./effect.js";
import type { ExchangeRate } from "./exchange-rate.js";
import type { OperatorValidity } from "./judgement.js";
import type { OracleUse } from "./oracle-use.js";
import type { ScorerIdentity } from "./scorer.js";
import type { LeftAlone, Training } from "./training.js";
import type { JointPower, Verdict, VerdictWord, WaiverStanding } from "./verdict.js";

export interface CoverageRow {
  readonly attribute: string;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly expects: Expectation;
  /** Where it is the prompt, the figures of the operator speak of margins of chosen over rejected. */
  readonly changes: Augmentation["changes"];
  /** Valid pairs that entered the statistics. */
  readonly applied: number;
  /** Pairs that did not, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Against what the claims on drops were judged. */
export interface BaselineView {
  /** `none`: not judged, by choice. `same scorer`: nothing can have dropped. */
  readonly how: "none" | "same scorer" | "paired" | "unpaired";
  /** Of the snapshot; this and what follows is null with `none`. */
  readonly digest: string | null;
  /** The run and the scorer it was saved from. */
  readonly run: string | null;
  readonly model: string | null;
  readonly scorer: string | null;
}

export interface RunView {
  readonly run: string;
  readonly database: string;
  readonly state: string;
  readonly data: {
    readonly files: readonly string[];
    readonly items: number;
    readonly prompts: number;
    /** The budget that they were cut to, and of how many items and prompts; absent where nothing was left out for one. */
    readonly budget?: { readonly asked: string; readonly items: number; readonly prompts: number };
  };
  readonly seed: number;
  readonly rubric: { readonly name: string; readonly digest: string; readonly why: string };
  readonly scorer: ScorerIdentity & { readonly key: string };
  readonly texts: { readonly scored: number; readonly truncated: number };
  /** Score SDs; `within` is null with one response a prompt. `used` names the ruler of z. */
  readonly scale: { readonly within: number | null; readonly overall: number | null; readonly used: string };
  readonly noise: { readonly floor: number; readonly texts: number; readonly cause: string } | null;
  readonly coverage: readonly CoverageRow[];
  /** What was read blind of the run's operators, at their versions. */
  readonly validity: readonly OperatorValidity[];
  /** On all the data. */
  readonly effects: readonly Effect[];
  /** The same on each part of the data. */
  readonly strata: readonly Effect[];
  readonly curves: readonly CurvePoint[];
  /** How often best-of-n takes a bad text. */
  readonly bestOfN?: readonly BestOfN[];
  /** What buys back what, where the rubric asks. */
  readonly exchangeRates?: readonly ExchangeRate[];
  /** Of runs on rollouts: what a policy's answers became in training, and what goes with the reward. */
  readonly checkpoints?: {
    readonly means: readonly CheckpointMean[];
    readonly correlations: readonly RewardCorrelation[];
  };
  readonly verdicts: readonly Verdict[];
  /** Absent where the rubric holds nothing against a baseline. */
  readonly baseline?: BaselineView;
  readonly verdict: VerdictWord;
  /** What was asked to be waived, and what became of it; absent where nothing was. */
  readonly waivers?: readonly WaiverStanding[];
  /** Of the claims that decide the gate, none waived left out. */
  readonly power?: JointPower;
  /** How often a gate of this model was evaluated on this rubric and data, this time included. */
  readonly look: number;
  /** The same over all models: a model under another setting is another one. */
  readonly lookOfAll?: number;
  /** What of the data was exported for training; absent where nothing is known to have been. */
  readonly training?: Training;
  /** Who wrote and verified the run's oracle pairs, and how many came of it; absent where it has none. */
  readonly oracle?: OracleUse;
  /** Reasoning blocks, system prompts and tool calls; absent where the data hold none. */
  readonly leftAlone?: readonly LeftAlone[];
  /**
   * Readers judged pairs of the run after its analysis: counts leave out the pairs they contradict, effects and verdicts do
   * not yet. Absent where all rest on the same pairs.
   */
  readonly stale?: true;
  /** Pairs, histograms and provenance, for reports that `want` them; others never see it. */
  readonly details?: RunDetails;
  readonly createdAt: string;
}

/** What stopped a command before its verdict. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** File and line, model, record: whatever finds the culprit; empty if there is no place. */
  readonly where: string;
  /** What to do. */
  readonly fix: string;
}

/** Pure functions of RunViews, one a model. */
export interface Report {
  readonly name: string;
  readonly summary: string;
  /** `details`: views come with what only a long report shows. */
  readonly wants?: "details";
  render(views: readonly RunView[], options: ReportOptions): string | Promise<string>;
  /** The report of a command that came to no verdict; where it is absent, none is written then. */
  renderFailure?(failure: Failure, options: ReportOptions): string | Promise<string>;
  /** Lines for standard error, for a machine that reads along (workflow commands); with a failure there are no views. */
  notices?(views: readonly RunView[], failure?: Failure): readonly string[];
}

export interface ReportOptions {
  readonly color: boolean;
  readonly width: number;
  /** Only ASCII drawing: the terminal or its locale knows no other. Words of the data stay as they are. */
  readonly ascii?: boolean;
  /** Most bytes (UTF-8) that whoever reads it takes; no limit if left out. */
  readonly bytes?: number;
}

/** A report whose text is there at once, as that of most. */
export interface TextReport extends Omit<Report, "name" | "render" | "renderFailure"> {
  render(views: readonly RunView[], options: ReportOptions): string;
  renderFailure?(failure: Failure, options: ReportOptions): string;
}

export function defineReport(report: TextReport): TextReport;
export function defineReport(report: Omit<Report, "name">): Omit<Report, "name">;
export function defineReport(report: Omit<Report, "name">): Omit<Report, "name"> {
  return Object.freeze(report);
}
