import type { CheckpointMean, RunView } from "../../contract.js";
import { NOTHING } from "../../rubric/wording.js";
import { type Choice, fitColumns, tableLines } from "./columns.js";
import type { Paint } from "./paint.js";
import { counted, figures, oneLine } from "./words.js";
import { wrap } from "./wrap.js";

/** One measure: at the first checkpoint and at the last, what lies between them, and how it goes with the reward. */
export interface CheckpointRow {
  readonly measure: string;
  readonly first: string;
  readonly last: string;
  readonly change: string;
  readonly within: string;
  readonly across: string;
}

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
    };
  });
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
  const column = (head: string, of: (row: CheckpointRow) => string, align: "left" | "right"): Choice => ({
    optional: false,
    forms: [{ head, cells: rows.map(of), align }],
  });
  const [head, ...lines] = tableLines(
    fitColumns(
      [
        column("IN TRAINING", ({ measure }) => `  ${measure}`, "left"),
        column("first", ({ first }) => first, "right"),
        column("last", ({ last }) => last, "right"),
        column("change", ({ change }) => change, "left"),
        column("r at one", ({ within }) => within, "left"),
        column("r across", ({ across }) => across, "left"),
      ],
      width,
    ),
  );
  const words = wrap(`    ↳ ${checkpointWords(view)}`, width, 6).map(paint.quiet);
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
