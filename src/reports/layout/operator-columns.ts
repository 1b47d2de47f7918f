import type { Metric, RuleKind } from "../../contract.js";
import { METRICS, NOTHING, writeInterval, writeNumber } from "../../rubric/wording.js";
import { alignPairs, type Choice, type Column } from "./columns.js";
import type { OperatorRow } from "./groups.js";
import { count, expectsWord, oneLine } from "./words.js";

/** Beside the bias, the first that fit: what is gated comes before its gross figure. */
const BESIDE_BIAS: readonly Metric[] = [
  "dispersion",
  "net-attack-success",
  "net-flip-rate",
  "tail-share",
  "accuracy-drop",
  "attack-success",
  "flip-rate",
  "relative-dispersion",
  "slope",
];

/** Columns of the operators of one kind; `title` heads the first. */
export function operatorChoices(
  kind: Exclude<RuleKind, "ranking">,
  title: string,
  rows: readonly OperatorRow[],
): Choice[] {
  const column = (head: string, align: Column["align"], cell: (row: OperatorRow) => string): Column => ({
    head,
    align,
    cells: rows.map(cell),
  });
  const fixed = (one: Column): Choice => ({ optional: false, forms: [one] });
  return [
    fixed(column(title, "left", ({ label }) => `  ${oneLine(label)}`)),
    fixed(column("expects", "left", ({ expects, coverage }) => expectsWord(expects, coverage))),
    fixed(column("n", "right", ({ coverage }) => count(coverage.applied))),
    fixed(column("skipped", "right", ({ skipped }) => count(skipped))),
    ...(kind === "probe" ? [withInterval("below-floor", rows)] : []),
    ...(kind === "causal" || kind === "probe"
      ? [withInterval("effect", rows), withInterval("correct-direction", rows)]
      : [withInterval("bias", rows), ...BESIDE_BIAS.flatMap((metric) => besides(metric, rows))]),
  ];
}

function headOf(metric: Metric): string {
  const { label, unit } = METRICS[metric];
  return unit === "SD" && METRICS[metric].signed ? `${label}, SD` : label;
}

function withInterval(metric: Metric, rows: readonly OperatorRow[]): Choice {
  const numbers = rows.map((row) => writeNumber(metric, row.effect(metric)?.estimate ?? null));
  const intervals = rows.map((row) =>
    writeInterval(metric, row.effect(metric) ?? { lower: null, upper: null }),
  );
  const full = alignPairs(numbers.map((number, index) => [number, intervals[index]!]));
  const short = alignPairs(numbers.map((number) => [number, ""]));
  const head = headOf(metric);
  return {
    optional: false,
    forms: [
      { head, cells: full, align: "left" },
      { head, cells: short, align: "left" },
    ],
  };
}

/** A column of plain numbers, where at least one operator has any. */
function besides(metric: Metric, rows: readonly OperatorRow[]): Choice[] {
  const cells = rows.map((row) => writeNumber(metric, row.effect(metric)?.estimate ?? null));
  if (cells.every((cell) => cell === NOTHING)) return [];
  return [{ optional: true, forms: [{ head: headOf(metric), cells, align: "right" }] }];
}
