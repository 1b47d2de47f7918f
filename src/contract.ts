/**
 * The nouns of tare as types, and the functions that declare an extension.
 * They import nothing of ours but each other: every room may depend on them, they depend on none.
 */

export type {
  Augmentation,
  AugmentationContext,
  AugmentationSpec,
  Corpus,
  Example,
  ExampleText,
  Expectation,
  PairingAugmentation,
  Preserved,
  PromptAugmentation,
  Random,
  ResponseAugmentation,
  Skip,
} from "./contract/augmentation.js";
export { defineAugmentation, isSkip, skip } from "./contract/augmentation.js";
export type { BadKind, BestOfN } from "./contract/best-of-n.js";
export type { CheckpointMean, CheckpointMeasure, RewardCorrelation } from "./contract/checkpoint.js";
export { COVARIATES, type Covariate } from "./contract/covariate.js";
export type { ModelDescription, TensorDescription, TextReading, Token } from "./contract/description.js";
export type {
  ExamplePair,
  Excerpt,
  HeadNoise,
  MarginBin,
  OperatorExamples,
  Placement,
  Provenance,
  QueryText,
  RankingCell,
  RunDetails,
  ScoreHistogram,
} from "./contract/details.js";
export { DEVICES, type Device, type DeviceReport } from "./contract/device.js";
export type {
  CurvePoint,
  DriftAdjusted,
  Effect,
  EffectScope,
  Metric,
  Stratum,
  StratumKind,
} from "./contract/effect.js";
export type { DoseSign, Exchange, ExchangeRate } from "./contract/exchange-rate.js";
export type { Format } from "./contract/format.js";
export { defineFormat } from "./contract/format.js";
export type {
  Item,
  ItemDraft,
  ItemResponse,
  Message,
  ResponseRole,
  Rollout,
  Text,
  Where,
} from "./contract/item.js";
export {
  JUDGEMENTS,
  type JudgedValidity,
  type Judgement,
  type OperatorValidity,
  preferred,
  type Shown,
} from "./contract/judgement.js";
export {
  defineOracle,
  ORACLE_STEPS,
  type Oracle,
  type OracleIdentity,
  type OracleInputs,
  type OracleKind,
  type OracleOptions,
  type OracleReply,
  type OracleRequest,
  type OracleSampling,
  type OracleStep,
} from "./contract/oracle.js";
export type { OracleCount, OracleExample, OracleUse, StepCount } from "./contract/oracle-use.js";
export type { Guard, GuardLimits, PairDraft } from "./contract/pair.js";
export { defineGuard } from "./contract/pair.js";
export type { Progress } from "./contract/progress.js";
export { DTYPES, type Dtype, TRUNCATIONS, type Truncation, type Warning } from "./contract/reading.js";
export type {
  BaselineView,
  CoverageRow,
  Failure,
  Report,
  ReportOptions,
  RunView,
  TextReport,
} from "./contract/report.js";
export { defineReport } from "./contract/report.js";
export type { Prepared, Scorer, ScorerIdentity, ScorerKind, ScorerOptions } from "./contract/scorer.js";
export { defineScorer } from "./contract/scorer.js";
export {
  type ExportFound,
  LEFT_ALONE,
  type LeftAlone,
  type LeftAloneKind,
  type Training,
} from "./contract/training.js";
export { BATCHINGS, type Batching, type Tunable, type Tuning } from "./contract/tuning.js";
export type {
  Claim,
  JointPower,
  MorePrompts,
  RuleKind,
  Severity,
  Verdict,
  VerdictWord,
  Waiver,
  WaiverStanding,
  WaiverState,
} from "./contract/verdict.js";
