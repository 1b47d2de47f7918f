/** Public API of tare: the nouns, the functions that declare an extension, and the main job. */
export type {
  Augmentation,
  AugmentationContext,
  AugmentationSpec,
  Claim,
  Corpus,
  Effect,
  Example,
  Expectation,
  Failure,
  Format,
  Item,
  ItemDraft,
  Message,
  OracleCount,
  OracleExample,
  OracleIdentity,
  OracleStep,
  OracleUse,
  Progress,
  Random,
  Report,
  ReportOptions,
  RunDetails,
  RunView,
  Scorer,
  ScorerIdentity,
  ScorerKind,
  Skip,
  StepCount,
  Text,
  Verdict,
  VerdictWord,
  Waiver,
  WaiverStanding,
} from "./contract.js";
export { defineAugmentation, defineFormat, defineReport, defineScorer, isSkip, skip } from "./contract.js";
export { ERROR_CODES, type ErrorCode } from "./error-codes.js";
export { describeError, TareError } from "./errors.js";
export { evaluate, type Outcome, type RunOptions } from "./evaluate.js";
export type { OracleAsked } from "./oracle/open-oracles.js";
export type { Around } from "./stages/around.js";
export { applyEdits } from "./text/edits.js";
export { looksEnglish } from "./text/english.js";
export { readLexicon } from "./text/lexicon.js";
export { numbers } from "./text/numbers.js";
export { protectedSpans } from "./text/protected-spans.js";
export { sentences } from "./text/sentences.js";
