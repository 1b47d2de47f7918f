import type { ModelFacts } from "./facts.js";

/** `fatal`: no verdict can be had. `warning`: scores may not mean what one thinks. `note`: good to know. */
export type ProblemSeverity = "fatal" | "warning" | "note";

/** One row of the table of problems. */
export interface ProblemKind {
  readonly severity: ProblemSeverity;
  readonly means: string;
  readonly fix: string;
  /** What to do where that depends on the model; undefined: `fix`. */
  fixFor?(facts: ModelFacts): string | undefined;
  /** What is the case with this model, in words; undefined where it has not got this problem. */
  find(facts: ModelFacts): string | undefined;
}

/** A problem that was found. */
export interface Problem {
  readonly code: string;
  readonly severity: ProblemSeverity;
  readonly what: string;
  readonly fix: string;
}
