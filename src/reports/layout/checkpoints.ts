import type { CheckpointMean, RunView } from "../../contract.js";
import { NOTHING } from "../../rubric/wording.js";
import { type Choice, fitColumns, tableLines } from "./columns.js";
import type { Paint } from "./paint.js";
import { sparkline } from "./sparkline.js";
import { counted, figures, oneLine } from "./words.js";
import { shorten, wrap } from "./wrap.js";

/** One measure: at the first checkpoint and at the last, what lies between them, and how it goes with the reward. */
export interface CheckpointRow {
  readonly measure: string;
  readonly first: string;
  readonly last: string;
  readonly change: string;
  readonly within: string;
  readonly across: string;
  /** The means of all checkpoints, between the lowest and the highest of them. */
  readonly path: string;
}

/** Checkpoints drawn: the last ones, where there are more. */
const LONGEST_PATH = 24;

const ORDER = ["reward", "tokens", "list items", "headings", "bold"];

export function checkpointRows({ checkpoints }: RunView): CheckpointRow[] {
  const { means = [], correlations = [] } = checkpoints ?? {};
  const rank = (measure: string) => (ORDER.includes(measure) ? ORDER.indexOf(measure) : ORDER.length);
  const measures = [...new Set(means.map(({ measure }) => measure))].sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return measures.map((measure) => {
    const own = means.filter((one) => one.measure === measure);
    const last = own.at(-1)!;
    const goesWith = (level: string) => {
      const found = correlations.find((one) => one.measure === measure && one.level === level);
      return found?.correlation == null ? NOTHING : withBounds(found.correlation, found.lower, found.upper);
    };
    return {
      measure: oneLine(measure),
      first: writeFigures(own[0]!.mean),
      last: writeFigures(last.mean),
      change: last.change === null ? NOTHING : withBounds(last.change, last.changeLower, last.changeUpper),
      within: goesWith("within"),
      across: goesWith("across"),
      path: pathOf(own),
    };
  });
}

function pathOf(means: readonly CheckpointMean[]): string {
  const values = means.map(({ mean }) => mean);
  return sparkline(values.slice(-LONGEST_PATH), Math.min(...values), Math.max(...values));
}

/** The same as cells, the head first; empty where the data are no rollouts. */
export function checkpointTable(view: RunView): string[][] {
  const rows = checkpointRows(view).map((row) => [
    ...[row.measure, row.first, row.last, row.change],
    ...[row.within, row.across],
  ]);
  const head = ["measure", "first", "last", "change", "r at one checkpoint", "r across"];
  return rows.length === 0 ? [] : [head, ...rows];
}

/** `from step 0 to step 900 (7 checkpoints, 200 prompts at the last)`. */
export function checkpointWords({ checkpoints }: RunView): string {
  const means = (checkpoints?.means ?? []).filter(({ measure }) => measure === "reward");
  const last = means.at(-1);
  if (last === undefined) return "";
  const many = `${counted(means.length, "checkpoint")}, ${counted(last.prompts, "prompt")} at the last`;
  return `from ${nameOf(means[0]!)} to ${nameOf(last)} (${many}); change under the same prompts; r with the reward under the same prompt, among answers of one checkpoint and over the means of checkpoints. One by one: tare query goodhart.`;
}

export function checkpointSection(view: RunView, width: number, paint: Paint): string[] {
  const rows = checkpointRows(view);
  if (rows.length === 0) return [];
  const figuresOf = (head: string, of: (row: CheckpointRow) => string): Choice => ({
    optional: false,
    // Where there is no room for bounds, the figure stands alone.
    forms: [of, (row: CheckpointRow) => of(row).replace(/ \[.*/, "")].map((cell) => ({
      ...{ head, cells: rows.map(cell), align: "left" as const },
    })),
  });
  const [head, ...lines] = tableLines(
    fitColumns(
      [
        {
          ...{ optional: false, clip: shorten },
          forms: [{ head: "IN TRAINING", cells: rows.map(({ measure }) => `  ${measure}`), align: "left" }],
        },
        figuresOf("first", ({ first }) => first),
        figuresOf("last", ({ last }) => last),
        figuresOf("change", ({ change }) => change),
        figuresOf("r at one", ({ within }) => within),
        figuresOf("r across", ({ across }) => across),
        { optional: true, forms: [{ head: "path", cells: rows.map(({ path }) => path), align: "left" }] },
      ],
      width,
    ),
  );
  const longer = Math.max(...rows.map(({ path }) => path.length)) >= LONGEST_PATH;
  const path = `The path goes from the lowest mean of a row to its highest${longer ? `, over at most the last ${LONGEST_PATH} checkpoints` : ""}.`;
  const words = wrap(`    ↳ ${checkpointWords(view)} ${path}`, width, 6).map(paint.quiet);
  return ["", paint.strong(head!), ...lines, ...words];
}

function nameOf({ checkpoint, step }: CheckpointMean): string {
  const parts = [checkpoint === "" ? [] : [oneLine(checkpoint)], step === null ? [] : [`step ${step}`]];
  return parts.flat().join(", ");
}

function withBounds(value: number, lower: number | null, upper: number | null): string {
  const write = (number: number) => `${number > 0 ? "+" : ""}${writeFigures(number)}`;
  if (lower === null || upper === null) return write(value);
  return `${write(value)} [${write(lower)}, ${write(upper)}]`;
}

function writeFigures(value: number): string {
  return figures(value).replace("-", "−");
}
