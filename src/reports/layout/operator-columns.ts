import type { Metric, RuleKind } from "../../contract.js";
import { METRICS, NOTHING, writeInterval, writeNumber } from "../../rubric/wording.js";
import { alignPairs, type Choice, type Column } from "./columns.js";
import type { OperatorRow } from "./groups.js";
import { axisOf, intervalPlot } from "./interval-plot.js";
import { count, expectsWord, oneLine } from "./words.js";
import { shortenLabel } from "./wrap.js";

/** Columns of a drawn interval, from the finest. */
const PLOT_WIDTHS = [48, 24];
/** Labels take this share of the line at most, unless there is room. */
const LABEL_SHARE = 0.45;

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

/** Columns of the operators of one kind; `title` heads the first. Where room is scarce the interval is served first. */
export function operatorChoices(
  kind: Exclude<RuleKind, "ranking">,
  title: string,
  rows: readonly OperatorRow[],
  width: number,
): Choice[] {
  const column = (head: string, align: Column["align"], cell: (row: OperatorRow) => string): Column => ({
    head,
    align,
    cells: rows.map(cell),
  });
  const names = column(title, "left", ({ label }) => `  ${oneLine(label)}`);
  const most = Math.floor(width * LABEL_SHARE);
  const narrower = { ...names, cells: names.cells.map((name) => shortenLabel(name, most)) };
  const expects = column("expects", "left", ({ expects, coverage }) => expectsWord(expects, coverage));
  const n = column("n", "right", ({ coverage }) => count(coverage.applied));
  const skipped = column("skipped", "right", (row) => count(row.skipped));
  const main = kind === "causal" || kind === "probe" ? "effect" : "bias";
  return [
    { optional: false, forms: [narrower], turn: 1, clip: shortenLabel },
    { optional: true, forms: [expects], turn: 3 },
    { optional: false, forms: [n], turn: 2 },
    { optional: true, forms: [skipped], turn: 5 },
    ...(kind === "probe" ? [withInterval("below-floor", rows, 0)] : []),
    withInterval(main, rows, 0),
    ...(main === "effect"
      ? [withInterval("correct-direction", rows, 4)]
      : BESIDE_BIAS.flatMap((metric) => besides(metric, rows))),
    ...plots(main, rows),
  ];
}

/** The intervals drawn on one axis, where there is room to spare. */
function plots(main: "effect" | "bias", rows: readonly OperatorRow[]): Choice[] {
  const intervals = rows.map((row) => row.effect(main) ?? { estimate: null, lower: null, upper: null });
  const axis = axisOf(intervals);
  if (axis[0] === axis[1]) return [];
  const [low, high] = axis.map((end) => writeNumber(main, end));
  const forms = PLOT_WIDTHS.map((width) => ({
    head: `${low}${high!.padStart(width - low!.length)}`,
    cells: intervals.map((interval) => intervalPlot(interval, axis, width)),
    align: "left" as const,
  }));
  return [{ optional: true, forms, turn: 7 }];
}

function headOf(metric: Metric): string {
  const { label, unit } = METRICS[metric];
  return unit === "SD" && METRICS[metric].signed ? `${label}, SD` : label;
}

function withInterval(metric: Metric, rows: readonly OperatorRow[], turn: number): Choice {
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
    turn,
  };
}

/** A column of plain numbers, where at least one operator has any. */
function besides(metric: Metric, rows: readonly OperatorRow[]): Choice[] {
  const cells = rows.map((row) => writeNumber(metric, row.effect(metric)?.estimate ?? null));
  if (cells.every((cell) => cell === NOTHING)) return [];
  return [{ optional: true, forms: [{ head: headOf(metric), cells, align: "right" }], turn: 6 }];
}
