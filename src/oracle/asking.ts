import type { OracleStep } from "../contract.js";
import type { AnswerOf, StepInputs } from "./steps.js";

/** Why a question has no answer that can be used; each is counted, and each is the reason of the pairs that wait for it. */
export const NO_ANSWERS = [
  /** The model declined. */
  "oracle-refused",
  /** It is not what was asked for, nor after the model was told so once. */
  "oracle-unreadable",
  "oracle-truncated",
  "oracle-over-budget",
  /** No endpoint, a wrong key, an unknown model: nothing is asked any more. */
  "oracle-unreachable",
  /** A replay that holds no answer to it. */
  "oracle-not-recorded",
] as const;
export type NoAnswer = (typeof NO_ANSWERS)[number];

/** Reasons of pairs of which nothing is known yet: another command may have an answer. */
export const MAY_COME: ReadonlySet<string> = new Set([
  "oracle-not-asked",
  "oracle-over-budget",
  "oracle-unreachable",
  "oracle-not-recorded",
] satisfies (NoAnswer | "oracle-not-asked")[]);

/** `calls`: keys of what was asked, the repair included, for the record. */
export type Asked<T> =
  | { readonly kind: "answer"; readonly answer: T; readonly calls: readonly string[] }
  | {
      readonly kind: "none";
      readonly reason: NoAnswer;
      readonly detail: string;
      readonly calls: readonly string[];
    };

export type Role = "oracle" | "verifier";

/**
 * Asks an oracle, or takes the stored answer to the same question. What comes is stored before it is used, so that
 * nothing is asked twice.
 */
export interface Asking {
  /** Key of who plays the role; the oracle's own where there is no other verifier. */
  keyOf(role: Role): string;
  /** Digests of the prompt files by step. */
  readonly templates: Readonly<Record<OracleStep, string>>;
  ask<S extends OracleStep>(step: S, inputs: StepInputs[S], role?: Role): Promise<Asked<AnswerOf<S>>>;
}
