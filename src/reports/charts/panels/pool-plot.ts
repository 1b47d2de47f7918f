import { writeEstimate } from "../../../rubric/wording.js";
import { pointLayer } from "../plot/intervals.js";
import { markFields, SERIES_MARKS } from "../plot/marks.js";
import { LETTERS, type Plot, SMALL_LETTERS, THIRD_WIDTH } from "../plot/plot.js";
import { scaleOf } from "../plot/scales.js";
import { shortenTo } from "../plot/text-width.js";
import { wordLayers } from "../plot/words.js";
import type { Pool } from "./best-of-n.js";

const AROUND = { left: 46, right: 10, top: 38, bottom: 22 };
const OUTER = THIRD_WIDTH;
const SIZE = { width: OUTER - AROUND.left - AROUND.right, height: 84 };

/** Of n draws the best: chance that it is a bad one, over n at equal steps of doublings. */
export function poolPlot({ name, whole, points }: Pool): Plot {
  const most = Math.max(2, ...points.map(({ n }) => n));
  const doublings = Math.round(Math.log2(most));
  const ticks = Array.from({ length: Math.floor(doublings / 2) + 1 }, (_, i) => 4 ** i);
  const x = scaleOf([0.85, most * 1.18], { values: ticks, grid: false, log: true });
  const y = scaleOf([-0.02, 1.02], { values: [0, 0.5, 1], share: true });
  const values = points.map(({ n, taken, lower, upper, blind }) => ({
    ...{ n, taken, blind, lower: lower ?? taken, upper: upper ?? taken },
    ...markFields(SERIES_MARKS[0]!),
  }));
  const last = points.at(-1)!;
  const said = `n = ${last.n}: ${writeEstimate("accuracy", { ...last, estimate: last.taken })}`;
  const at = { x: { ...x, field: "n" } };
  return {
    ...SIZE,
    around: AROUND,
    layers: [
      {
        data: { values },
        mark: { type: "line", color: "var(--axis)", strokeDash: [4, 3], strokeWidth: 1 },
        encoding: { ...at, y: { ...y, field: "blind" } },
      },
      {
        data: { values },
        mark: { type: "area", color: "var(--series-1)", fillOpacity: 0.2 },
        encoding: { ...at, y: { ...y, field: "lower" }, y2: { field: "upper" } },
      },
      {
        data: { values },
        mark: { type: "line", color: "var(--series-1)" },
        encoding: { ...at, y: { ...y, field: "taken" } },
      },
      pointLayer(values, { ...x, field: "n" }, { ...y, field: "taken" }, "fill", 20),
      ...wordLayers([
        {
          text: shortenTo(name, OUTER, whole ? LETTERS : SMALL_LETTERS),
          x: -AROUND.left,
          y: -27,
          bold: whole,
          size: SMALL_LETTERS,
        },
        { text: said, x: -AROUND.left, y: -12, colour: "faint", size: SMALL_LETTERS },
      ]),
    ],
  };
}
