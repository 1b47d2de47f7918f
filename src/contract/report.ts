import type { Augmentation, Expectation } from "./augmentation.js";
import type { CurvePoint, Effect } from "./effect.js";
import type { OperatorValidity } from "./judgement.js";
import type { ScorerIdentity } from "./scorer.js";
import type { JointPower, Verdict, VerdictWord } from "./verdict.js";

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

export interface RunView {
  readonly run: string;
  readonly database: string;
  readonly state: string;
  readonly data: { readonly files: readonly string[]; readonly items: number; readonly prompts: number };
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
  readonly verdicts: readonly Verdict[];
  readonly verdict: VerdictWord;
  /** Of the claims that decide the gate, none waived left out. */
  readonly power?: JointPower;
  /** How often a gate was evaluated on this rubric and data, this time included. */
  readonly look: number;
  readonly createdAt: string;
}

/** A pure function of a RunView (or several, one a model). */
export interface Report {
  readonly name: string;
  readonly summary: string;
  render(views: readonly RunView[], options: ReportOptions): string;
}

export interface ReportOptions {
  readonly color: boolean;
  readonly width: number;
}

export function defineReport(report: Omit<Report, "name">): Omit<Report, "name"> {
  return Object.freeze(report);
}
