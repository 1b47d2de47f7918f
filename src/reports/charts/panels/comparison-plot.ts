import { intervalDomain } from "../plot/domain.js";
import { intervalLayers } from "../plot/intervals.js";
import { SERIES_MARKS } from "../plot/marks.js";
import { type Plot, SMALL_LETTERS, WIDTH } from "../plot/plot.js";
import { rowsOf, scaleOf, zeroLine } from "../plot/scales.js";
import { shortenMiddle } from "../plot/text-width.js";
import { type Word, wordLayers } from "../plot/words.js";
import type { Compared } from "./comparison.js";

const AROUND = { left: 170, right: 14, top: 2, bottom: 38 };
const width = WIDTH - AROUND.left - AROUND.right;
/** Room for one model, and between two operators. */
const LINE = 11;
const GAP = 8;

/** Models of one operator below each other, each with the mark that is its own throughout. */
export function comparisonPlot(rows: readonly Compared[]): Plot {
  const models = rows[0]!.effects.length;
  const row = models * LINE + GAP;
  const all = rows.flatMap(({ effects }) => effects.filter((one) => one !== null));
  const x = scaleOf(intervalDomain(all, [0]), {
    title: "mean move of the reward, variant less base (SDs)",
    signed: true,
  });
  const y = rowsOf(rows.length);
  const lying = rows.flatMap(({ effects }, at) =>
    effects.flatMap((one, model) => {
      if (one === null) return [];
      const { estimate, lower, upper } = one;
      const middle = at + (GAP / 2 + (model + 0.5) * LINE) / row;
      return [{ at: middle, estimate, lower, upper, mark: SERIES_MARKS[model]! }];
    }),
  );
  const bands = rows.flatMap((_, at) => (at % 2 === 0 ? [{ top: at, bottom: at + 1 }] : []));
  return {
    width,
    height: rows.length * row,
    around: AROUND,
    layers: [
      {
        data: { values: bands },
        mark: { type: "rect", color: "var(--grid)", fillOpacity: 0.4 },
        encoding: { y: { ...y, field: "top" }, y2: { field: "bottom" } },
      },
      zeroLine(x),
      ...intervalLayers(lying, x, y, 40),
      ...wordLayers(
        rows.map(({ name }, at): Word => {
          const text = shortenMiddle(name, AROUND.left - 8, SMALL_LETTERS);
          return { text, x: -8, y: (at + 0.5) * row, align: "right", size: SMALL_LETTERS };
        }),
      ),
    ],
  };
}
