import { textWidth } from "./text-width.js";
import { padEnd, padStart, shorten } from "./wrap.js";

export interface Column {
  readonly head: string;
  readonly cells: readonly string[];
  readonly align: "left" | "right";
}

/** A column that may be given in less detail, or (where `optional`) left out. The first form that fits is taken. */
export interface Choice {
  readonly optional: boolean;
  /** From full to short. */
  readonly forms: readonly Column[];
  /** Who is served first where room is scarce: the lowest, then the first. 0 if left out. */
  readonly turn?: number;
  /** Of words: what makes a cell fit where even the shortest form does not. Numbers have none, they are never cut. */
  readonly clip?: (cell: string, width: number) => string;
}

const GAP = 2;
/** Below this a clipped name says nothing. */
const LEAST_CLIPPED = 10;
const widthOf = ({ head, cells }: Column) => Math.max(...[head, ...cells].map((cell) => textWidth(cell)));

/** As many columns, in as much detail, as the width allows, in their order. */
export function fitColumns(choices: readonly Choice[], width: number): Column[] {
  const least = ({ optional, forms, clip }: Choice) => {
    if (optional) return 0;
    const shortest = widthOf(forms.at(-1)!);
    return (clip === undefined ? shortest : Math.min(LEAST_CLIPPED, shortest)) + GAP;
  };
  let free = width + GAP - choices.reduce((sum, choice) => sum + least(choice), 0);
  const taken = new Map<Choice, Column>();
  for (const choice of [...choices].sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0))) {
    free += least(choice);
    const form = choice.forms.find((column) => widthOf(column) + GAP <= free);
    const column = form ?? (choice.optional ? undefined : lastResort(choice, free - GAP));
    if (column === undefined) continue;
    free -= widthOf(column) + GAP;
    taken.set(choice, column);
  }
  return choices.flatMap((choice) => taken.get(choice) ?? []);
}

function lastResort({ forms, clip }: Choice, width: number): Column {
  const column = forms.at(-1)!;
  if (clip === undefined) return column;
  const room = Math.max(LEAST_CLIPPED, width);
  return { ...column, head: shorten(column.head, room), cells: column.cells.map((cell) => clip(cell, room)) };
}

/** Cells `estimate rest` with the estimates flush right, so that the brackets stand in one line. */
export function alignPairs(pairs: readonly (readonly [estimate: string, rest: string])[]): string[] {
  const width = Math.max(0, ...pairs.map(([estimate]) => textWidth(estimate)));
  return pairs.map(([estimate, rest]) => `${padStart(estimate, width)} ${rest}`.trimEnd());
}

/** The head and one line a row. */
export function tableLines(columns: readonly Column[]): string[] {
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const widths = columns.map(widthOf);
  const line = (cellOf: (column: Column) => string) =>
    columns
      .map((column, index) => (column.align === "left" ? padEnd : padStart)(cellOf(column), widths[index]!))
      .join(" ".repeat(GAP))
      .trimEnd();
  return [
    line(({ head }) => head),
    ...Array.from({ length: rows }, (_, row) => line(({ cells }) => cells[row] ?? "")),
  ];
}
