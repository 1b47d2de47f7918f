import type { CoverageRow } from "../../../contract.js";
import { count } from "../../layout/words.js";
import { operatorLabel } from "../plot/label.js";
import { type Plot, SMALL_LETTERS, WIDTH } from "../plot/plot.js";
import { rowsOf, scaleOf } from "../plot/scales.js";
import { shortenMiddle, textWidth } from "../plot/text-width.js";
import { type Word, wordLayers } from "../plot/words.js";

/** A part of a bar; its sign stands in it, so that colour alone says nothing. */
export interface Reason {
  readonly reason: string;
  readonly sign: string;
  readonly colour: string;
  readonly opacity: number;
}

export const OTHERS = "";
export const APPLIED: Reason = { reason: "applied", sign: "✓", colour: "series-1", opacity: 0.55 };
/** For the most frequent reasons: a letter each, and colours in a full and a pale shade. */
export const SIGNS: readonly Omit<Reason, "reason">[] = [..."ABCDEFGHIJ"].map((sign, at) => ({
  sign,
  colour: `series-${(at % 5) + 2}`,
  opacity: at < 5 ? 0.45 : 0.22,
}));

const AROUND = { left: 170, right: 14, top: 2, bottom: 38 };
const width = WIDTH - AROUND.left - AROUND.right;
const ROW = 22;
const BAR = { from: 0.12, to: 0.88 };

interface Part extends Reason {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** One bar an operator, as long as what was asked of it. */
export function coveragePlot(rows: readonly CoverageRow[], reasons: readonly Reason[]): Plot {
  const parts = rows.flatMap((row, at) => partsOf(row, at, reasons));
  const most = Math.max(1, ...parts.map(({ to }) => to));
  const x = scaleOf([0, most], { title: "pairs asked for" });
  const y = rowsOf(rows.length);
  const words: Word[] = [
    ...rows.map((row, at): Word => {
      const text = shortenMiddle(operatorLabel(row), AROUND.left - 8, SMALL_LETTERS);
      return { text, x: -8, y: (at + 0.5) * ROW, align: "right", size: SMALL_LETTERS };
    }),
    ...parts.flatMap(({ row, from, to, sign }): Word[] => {
      const [room, middle] = [((to - from) / most) * width, ((from + to) / 2 / most) * width];
      const text = [`${sign} ${count(to - from)}`, sign].find(
        (one) => textWidth(one, SMALL_LETTERS) + 4 <= room,
      );
      const at = { x: middle, y: (row + 0.5) * ROW, align: "center" as const, size: SMALL_LETTERS };
      return text === undefined ? [] : [{ ...at, text }];
    }),
  ];
  return {
    width,
    height: rows.length * ROW,
    around: AROUND,
    layers: [
      {
        data: {
          values: parts.map(({ row, from, to, colour, opacity }) => ({
            ...{ from, to, top: row + BAR.from, bottom: row + BAR.to, colour: `var(--${colour})`, opacity },
          })),
        },
        mark: { type: "rect", stroke: "var(--paper)", strokeWidth: 1 },
        encoding: {
          x: { ...x, field: "from" },
          x2: { field: "to" },
          y: { ...y, field: "top" },
          y2: { field: "bottom" },
          fill: { field: "colour", type: "nominal", scale: null },
          fillOpacity: { field: "opacity", type: "quantitative", scale: null },
        },
      },
      ...wordLayers(words),
    ],
  };
}

/** From the left: applied, then the reasons in the order of the key. */
function partsOf(row: CoverageRow, at: number, reasons: readonly Reason[]): Part[] {
  const named = new Set(reasons.map(({ reason }) => reason));
  const others = Object.entries(row.skipped).filter(([reason]) => !named.has(reason));
  const sizes = reasons.map((one) => {
    if (one === APPLIED) return row.applied;
    if (one.reason === OTHERS) return others.reduce((sum, [, pairs]) => sum + pairs, 0);
    return Object.hasOwn(row.skipped, one.reason) ? row.skipped[one.reason]! : 0;
  });
  let from = 0;
  return reasons.flatMap((one, index) => {
    const start = from;
    from += sizes[index]!;
    return sizes[index] === 0 ? [] : [{ ...one, row: at, from: start, to: from }];
  });
}
