import type { MarginBin, RunView } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import { figures } from "../../layout/words.js";
import type { Chart } from "../plot/chart.js";
import { domainOf } from "../plot/domain.js";
import { eachView } from "../plot/each-view.js";
import { pointLayer } from "../plot/intervals.js";
import { keyPlot } from "../plot/key.js";
import { markFields, SERIES_MARKS } from "../plot/marks.js";
import { type Plot, SMALL_LETTERS, WIDTH } from "../plot/plot.js";
import { scaleOf } from "../plot/scales.js";
import { bottomOf, stack } from "../plot/stack.js";
import { wordLayers } from "../plot/words.js";

const OWN = SERIES_MARKS[0]!;
const KEY = [
  { text: "the higher reward is the chosen answer's", mark: OWN },
  { text: "what such margins claim (Bradley and Terry)", line: { colour: "series-2", dash: [5, 3] } },
];
const AROUND = { left: 50, right: 14, top: 26, bottom: 40 };

/** Whether a larger margin is right more often, and as often as it says of itself. */
export function margins(views: readonly RunView[]): Chart[] {
  return eachView(views, "margins", (view) => {
    const bins = view.details?.margins ?? [];
    if (bins.length === 0) return undefined;
    const keys = stack([keyPlot(KEY)]);
    return {
      title: "Calibration of margins",
      summary: summaryOf(bins),
      plots: [...keys, ...stack([marginPlot(bins)], bottomOf(keys) + 8)],
      table: {
        columns: ["margin from", "mean", "to", "accuracy", "claimed", "comparisons"],
        rows: bins.map(({ low, mean, high, accuracy, claimed, comparisons }) => [
          ...[low, mean, high, accuracy, claimed, comparisons],
        ]),
      },
      query: { name: "margin-calibration", parameters: { run: view.run } },
    };
  });
}

function marginPlot(bins: readonly MarginBin[]): Plot {
  const x = scaleOf(domainOf([0, ...bins.map(({ mean }) => mean)], 0.04), {
    title: "mean margin of a bin, raw: higher reward less lower one",
  });
  const least = Math.min(0.5, ...bins.map(({ accuracy }) => accuracy));
  const y = scaleOf([Math.max(-0.02, least - 0.04), 1.02], { share: true });
  const values = bins.map(({ mean, accuracy, claimed }) => ({ mean, accuracy, claimed, ...markFields(OWN) }));
  return {
    width: WIDTH - AROUND.left - AROUND.right,
    height: 220,
    around: AROUND,
    layers: [
      {
        data: { values },
        mark: { type: "line", color: "var(--series-2)", strokeDash: [5, 3] },
        encoding: { x: { ...x, field: "mean" }, y: { ...y, field: "claimed" } },
      },
      {
        data: { values },
        mark: { type: "line", color: OWN.colour, strokeWidth: 1 },
        encoding: { x: { ...x, field: "mean" }, y: { ...y, field: "accuracy" } },
      },
      pointLayer(values, { ...x, field: "mean" }, { ...y, field: "accuracy" }),
      ...wordLayers([
        { text: "comparisons that are right", x: -AROUND.left, y: -14, colour: "faint", size: SMALL_LETTERS },
      ]),
    ],
  };
}

function summaryOf(bins: readonly MarginBin[]): string {
  const [first, last] = [bins[0]!, bins.at(-1)!];
  const say = ({ mean, accuracy, claimed }: MarginBin) =>
    `${writeNumber("accuracy", accuracy)} where ${writeNumber("accuracy", claimed)} are claimed (mean margin ${figures(mean)})`;
  if (bins.length === 1) return `The higher reward is the chosen answer's in ${say(first)}.`;
  return `The higher reward is the chosen answer's in ${say(first)} among the smallest margins and in ${say(last)} among the largest.`;
}
