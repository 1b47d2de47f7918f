import Table from "cli-table3";
import stringWidth from "string-width";
import { padStart, shorten } from "./wrap.js";

export interface Column {
  readonly head: string;
  readonly cells: readonly string[];
  readonly align: "left" | "right";
}

/** A column that may be given in less detail, or (where `optional`) left out. The first that fits is taken. */
export interface Choice {
  readonly optional: boolean;
  /** From full to short. */
  readonly forms: readonly Column[];
}

const GAP = 2;
const widthOf = ({ head, cells }: Column) => Math.max(...[head, ...cells].map((cell) => stringWidth(cell)));

/** As many columns, in as much detail, as the width allows; earlier choices are served first. */
export function fitColumns(choices: readonly Choice[], width: number): Column[] {
  const least = (choice: Choice) => (choice.optional ? 0 : widthOf(choice.forms.at(-1)!) + GAP);
  let free = width + GAP - choices.reduce((sum, choice) => sum + least(choice), 0);
  return choices.flatMap((choice) => {
    free += least(choice);
    const form = choice.forms.find((column) => widthOf(column) + GAP <= free);
    const taken = form ?? (choice.optional ? undefined : shortened(choice.forms.at(-1)!, free - GAP));
    if (taken === undefined) return [];
    free -= widthOf(taken) + GAP;
    return [taken];
  });
}

function shortened(column: Column, width: number): Column {
  const clip = (text: string) => shorten(text, Math.max(8, width));
  return { ...column, head: clip(column.head), cells: column.cells.map(clip) };
}

/** Cells `estimate rest` with the estimates flush right, so that the brackets stand in one line. */
export function alignPairs(pairs: readonly (readonly [estimate: string, rest: string])[]): string[] {
  const width = Math.max(0, ...pairs.map(([estimate]) => stringWidth(estimate)));
  return pairs.map(([estimate, rest]) => `${padStart(estimate, width)} ${rest}`.trimEnd());
}

const NO_LINES = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left"] as const;
const NOR_THESE = [
  "bottom-right",
  "left",
  "left-mid",
  "mid",
  "mid-mid",
  "right",
  "right-mid",
  "middle",
] as const;
const BARE = Object.fromEntries([...NO_LINES, ...NOR_THESE].map((name) => [name, ""]));

/** The head and one line a row. */
export function tableLines(columns: readonly Column[]): string[] {
  const table = new Table({
    chars: BARE,
    style: { "padding-left": 0, "padding-right": GAP, head: [], border: [], compact: true },
    colAligns: columns.map(({ align }) => align),
    // The width is spelt out: left to itself the library cuts by its own count of columns.
    colWidths: columns.map((column) => widthOf(column) + GAP),
  });
  table.push(columns.map(({ head }) => head));
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  for (let row = 0; row < rows; row++) table.push(columns.map(({ cells }) => cells[row] ?? ""));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
}
