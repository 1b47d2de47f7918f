import type { OracleIdentity, OracleStep } from "./oracle.js";

/** What came of one step's questions. Questions that a run shares with an earlier one count here too: it rests on them. */
export interface StepCount {
  readonly step: OracleStep;
  /** Version of the prompt file. */
  readonly version: number;
  /** Digest of the prompt file. */
  readonly template: string;
  /** Questions, those that ask to mend an answer left out: each has come to one of what follows. */
  readonly asked: number;
  /** Answers that were read; `repaired` of them only after the model was told what was wrong. */
  readonly read: number;
  readonly repaired: number;
  readonly refused: number;
  readonly truncated: number;
  readonly unreadable: number;
}

/** What came of one oracle operator. */
export interface OracleCount {
  /** `oracle:degrade`, `oracle:degrade/accuracy` */
  readonly operator: string;
  /** Items of the run on which it was tried. */
  readonly tried: number;
  /** Pairs that the verifier accepted, before the guards. */
  readonly verified: number;
  /** Those that did not come about, by reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** Those that the verifier read in both orders, whatever came of it. */
  readonly checked: number;
  /** Mean share of attributes on which it said the same in both orders; null where it read none. */
  readonly agreement: number | null;
}

/** One refused intervention, so that a reader sees what a count is made of. */
export interface OracleExample {
  readonly operator: string;
  readonly item: string;
  readonly reason: string;
  readonly detail: string;
}

/** The oracle of a run: who was asked, and how much evidence came of it. */
export interface OracleUse {
  readonly oracle: OracleIdentity;
  /** Null where the oracle verified its own pairs. */
  readonly verifier: OracleIdentity | null;
  readonly steps: readonly StepCount[];
  readonly operators: readonly OracleCount[];
  /** Attributes of the rubric -> the oracle operators that their claims rest on; no attribute that rests on rules alone. */
  readonly claimed: Readonly<Record<string, readonly string[]>>;
  /** Questions, those that ask to mend an answer included. */
  readonly calls: number;
  /** Those whose tokens were counted: the sums are theirs, and null where there is none. */
  readonly counted: number;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** Those that have a price, and what they cost in the currency of --oracle-price; null where there is none. */
  readonly priced: number;
  readonly cost: number | null;
  /** Time that answers took, all questions added up. */
  readonly seconds: number;
  /** One of each operator and reason, at most. */
  readonly examples: readonly OracleExample[];
}
