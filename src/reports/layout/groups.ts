import type {
  CoverageRow,
  Effect,
  Expectation,
  Metric,
  RuleKind,
  RunView,
  Verdict,
  VerdictWord,
} from "../../contract.js";
import { oracleOf } from "./oracle.js";

/** One operator (at one dose), with what was measured of it. */
export interface OperatorRow {
  readonly label: string;
  readonly coverage: CoverageRow;
  /** What its rule expects of it, which may be laxer or stricter than what the operator declares. */
  readonly expects: Expectation;
  readonly skipped: number;
  effect(metric: Metric): Effect | undefined;
  /** The shift in SDs: towards the right way for a degradation or an upgrade, else as it is. */
  readonly main: "effect" | "bias";
  /** Why its main effect has no number or no interval; empty where it has both. */
  readonly note: string;
}

/** Everything a run says of one attribute. */
export interface Group {
  readonly kind: RuleKind;
  readonly attribute: string;
  readonly rows: readonly OperatorRow[];
  readonly verdicts: readonly Verdict[];
  /** The worst of its error claims, else of its warn claims; undefined where nothing is claimed. */
  readonly word: VerdictWord | undefined;
  readonly warnsOnly: boolean;
  /** How many pairs of its oracle operators were verified; empty where it has none. */
  readonly oracle: string;
}

/** The attributes in the order of coverage, the ones without a pair (the ranking) last. */
export function groupsOf(view: RunView): Group[] {
  const attributes = new Set([
    ...view.coverage.map(({ attribute }) => attribute),
    ...view.verdicts.map(({ claim }) => claim.attribute),
  ]);
  return [...attributes].map((attribute) => {
    const rows = view.coverage.filter((row) => row.attribute === attribute).map((row) => rowOf(row, view));
    const verdicts = view.verdicts.filter(({ claim }) => claim.attribute === attribute);
    const gated = verdicts.filter(({ claim }) => claim.severity === "error");
    const word = worst((gated.length > 0 ? gated : verdicts).map(({ verdict }) => verdict));
    const kind = verdicts[0]?.claim.kind ?? kindOf(rows);
    const oracle = oracleOf(view, attribute);
    return { kind, attribute, rows, verdicts, word, warnsOnly: gated.length === 0, oracle };
  });
}

export function worst(words: readonly VerdictWord[]): VerdictWord | undefined {
  return (["fail", "inconclusive", "pass"] as const).find((word) => words.includes(word));
}

function kindOf(rows: readonly OperatorRow[]): RuleKind {
  const expects = rows[0]?.coverage.expects;
  return expects === "lower" || expects === "higher" ? "causal" : "spurious";
}

function rowOf(coverage: CoverageRow, view: RunView): OperatorRow {
  const { augmentation, dose, attribute, expects } = coverage;
  const mine = view.effects.filter((one) => one.attribute === attribute && one.augmentation === augmentation);
  // An operator that ran at a single dose is measured as a whole; a dose without a pair is not measured by the others.
  const empty = dose !== null && coverage.applied === 0;
  const effect = (metric: Metric) =>
    mine.find((one) => one.metric === metric && one.scope === "dose" && one.dose === dose) ??
    mine.find((one) => one.metric === metric && one.scope === "augmentation" && !empty);
  const main = expects === "lower" || expects === "higher" ? "effect" : "bias";
  return {
    label: dose === null ? augmentation : `${augmentation}@${dose}`,
    coverage,
    expects: expectedOf(coverage, view),
    skipped: Object.values(coverage.skipped).reduce((sum, count) => sum + count, 0),
    effect,
    main,
    note: noteOf(effect(main)),
  };
}

/** A claim on the bias says it: within for `same`, at most for `not-higher`. */
function expectedOf({ attribute, expects }: CoverageRow, { verdicts }: RunView): Expectation {
  const bias = verdicts.find(({ claim }) => claim.attribute === attribute && claim.metric === "bias");
  if (bias === undefined) return expects;
  return bias.claim.comparison === "within" ? "same" : "not-higher";
}

function noteOf(main: Effect | undefined): string {
  if (main === undefined) return "nothing was measured";
  if (main.estimate !== null && main.lower !== null && main.upper !== null) return "";
  if (main.reason !== "") return main.reason;
  if (main.lower === null && main.upper === null) return "no interval could be computed";
  const side = main.upper === null ? "an upper" : "a lower";
  return `the values are too skewed for ${main.clusters} prompts to give ${side} bound`;
}
