import type { CheckpointMean } from "../../../contract.js";
import type { CheckpointRow } from "../../layout/checkpoints.js";
import { domainOf } from "../plot/domain.js";
import { pointLayer } from "../plot/intervals.js";
import { label } from "../plot/label.js";
import { markFields, SERIES_MARKS } from "../plot/marks.js";
import { HALF_WIDTH, LETTERS, type Plot, SMALL_LETTERS } from "../plot/plot.js";
import { scaleOf } from "../plot/scales.js";
import { BOLD_LETTERS, shortenTo } from "../plot/text-width.js";
import { wordLayers } from "../plot/words.js";

const OUTER = HALF_WIDTH;
const AROUND = { left: 44, right: 14, top: 40, bottom: 26 };
const SIZE = { width: OUTER - AROUND.left - AROUND.right, height: 100 };

/** One measure over the checkpoints, by step where every checkpoint has one. */
export function checkpointPlot(means: readonly CheckpointMean[], row: CheckpointRow, steps: boolean): Plot {
  const mark = SERIES_MARKS[0]!;
  const values = means.map(({ place, step, mean, lower, upper }) => ({
    ...{ at: steps ? step! : place, mean, lower: lower ?? mean, upper: upper ?? mean },
    ...markFields(mark),
  }));
  const x = scaleOf(domainOf(values.map(({ at }) => at)), { ticks: 4, grid: false });
  const y = scaleOf(domainOf(values.flatMap(({ mean, lower, upper }) => [mean, lower, upper])), { ticks: 4 });
  const at = { x: { ...x, field: "at" } };
  const [left, quiet] = [{ x: -AROUND.left }, { colour: "faint", size: SMALL_LETTERS }];
  const r = row.within.replace(/ .*/u, "");
  const said = `change ${row.change}${row.measure === "reward" ? "" : `, r ${r}`}`;
  return {
    ...SIZE,
    around: AROUND,
    layers: [
      {
        data: { values },
        mark: { type: "area", color: mark.colour, fillOpacity: 0.2 },
        encoding: { ...at, y: { ...y, field: "lower" }, y2: { field: "upper" } },
      },
      {
        data: { values },
        mark: { type: "line", color: mark.colour },
        encoding: { ...at, y: { ...y, field: "mean" } },
      },
      pointLayer(values, { ...x, field: "at" }, { ...y, field: "mean" }, "fill", 36),
      ...wordLayers([
        {
          ...left,
          text: shortenTo(label(row.measure), OUTER, BOLD_LETTERS),
          y: -28,
          bold: true,
          size: LETTERS,
        },
        { ...left, ...quiet, text: shortenTo(label(said), OUTER, SMALL_LETTERS), y: -12 },
      ]),
    ],
  };
}
