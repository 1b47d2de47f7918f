import type { RankingCell } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import { label } from "../plot/label.js";
import { HALF_WIDTH, type Plot, SMALL_LETTERS } from "../plot/plot.js";
import { rowsOf, scaleOf } from "../plot/scales.js";
import { BOLD_LETTERS, shortenTo } from "../plot/text-width.js";
import { type Word, wordLayers } from "../plot/words.js";

const OUTER = HALF_WIDTH;
const AROUND = { left: 64, right: 0, top: 62, bottom: 8 };
const ROW = 34;
const STYLE_LETTERS = 10;
/** Ink on the fullest colour still has a contrast of 4.5 and more. */
const FULLEST = 0.5;

/** Better answers down, worse ones across; the fuller the cell, the more often the better one wins. */
export function rankingMatrix(title: string, styles: readonly string[], cells: readonly RankingCell[]): Plot {
  const width = OUTER - AROUND.left - AROUND.right;
  const height = styles.length * ROW;
  const across = width / styles.length;
  const x = scaleOf([0, styles.length], null);
  const y = rowsOf(styles.length);
  const place = (cell: RankingCell) => ({
    column: styles.indexOf(cell.rejectedStyle),
    row: styles.indexOf(cell.chosenStyle),
  });
  const values = cells.map((cell) => {
    const { column, row } = place(cell);
    return { left: column, right: column + 1, top: row, bottom: row + 1, full: cell.accuracy * FULLEST };
  });
  const words: Word[] = [
    { text: shortenTo(title, OUTER, BOLD_LETTERS), x: -AROUND.left, y: -52, bold: true },
    { text: "chosen ↓  rejected →", x: -AROUND.left, y: -34, colour: "faint", size: SMALL_LETTERS },
    ...styles.map((style, at): Word => {
      const text = shortenTo(label(style), across - 1, STYLE_LETTERS);
      return { text, x: (at + 0.5) * across, y: -12, align: "center", size: STYLE_LETTERS };
    }),
    ...styles.map((style, at): Word => {
      const text = shortenTo(label(style), AROUND.left - 7, STYLE_LETTERS);
      return { text, x: -6, y: (at + 0.5) * ROW, align: "right", size: STYLE_LETTERS };
    }),
    ...cells.map((cell): Word => {
      const { column, row } = place(cell);
      const at = { x: (column + 0.5) * across, y: (row + 0.5) * ROW };
      return { ...at, text: writeNumber("accuracy", cell.accuracy), align: "center" };
    }),
  ];
  return {
    width,
    height,
    around: AROUND,
    layers: [
      {
        data: { values },
        mark: { type: "rect", color: "var(--series-1)", stroke: "var(--grid)", strokeWidth: 1 },
        encoding: {
          x: { ...x, field: "left" },
          x2: { field: "right" },
          y: { ...y, field: "top" },
          y2: { field: "bottom" },
          fillOpacity: { field: "full", type: "quantitative", scale: null },
        },
      },
      ...wordLayers(words),
    ],
  };
}
