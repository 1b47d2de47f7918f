import type { Effect, RunView } from "../../../contract.js";
import { writeEstimate } from "../../../rubric/wording.js";
import type { Chart } from "../plot/chart.js";
import { eachView } from "../plot/each-view.js";
import { intervalLayers } from "../plot/intervals.js";
import { keyPlot } from "../plot/key.js";
import { label } from "../plot/label.js";
import { SERIES_MARKS } from "../plot/marks.js";
import { LETTERS, type Plot, WIDTH } from "../plot/plot.js";
import { rowsOf, scaleOf } from "../plot/scales.js";
import { bottomOf, stack } from "../plot/stack.js";
import { shortenTo, textWidth } from "../plot/text-width.js";
import { type Word, wordLayers } from "../plot/words.js";

const KEY = [
  { text: "all data", mark: SERIES_MARKS[1]! },
  { text: "a part of them, with its interval", mark: SERIES_MARKS[0]! },
  { text: "a coin", line: { colour: "axis", dash: [4, 3] } },
];
const AROUND = { left: 150, right: 112, top: 2, bottom: 40 };
const width = WIDTH - AROUND.left - AROUND.right;
const ROW = 24;
/** The table has them all. */
const MOST = 40;

/** How often the chosen answer scores above the rejected one, in all data and in each part of them. */
export function rankingSubsets(views: readonly RunView[]): Chart[] {
  return eachView(views, "ranking", (view) => {
    const found = accuracies(view);
    if (found.length === 0) return undefined;
    const shown = found.slice(0, MOST);
    const keys = stack([keyPlot(KEY)]);
    const left = found.length - shown.length;
    return {
      title: "Ranking accuracy",
      summary: `${summaryOf(found)}${left === 0 ? "" : ` ${left} more parts are in the table only.`}`,
      plots: [...keys, ...stack([subsetPlot(shown)], bottomOf(keys) + 8)],
      table: {
        columns: ["part", "accuracy", "lower", "upper", "comparisons", "prompts", "reason"],
        rows: found.map((one) => [
          ...[partName(one), one.estimate, one.lower, one.upper, one.n, one.clusters, one.reason],
        ]),
      },
      query: { name: "effects-by-stratum", parameters: { run: view.run, metric: "accuracy" } },
    };
  });
}

/** The whole, then subsets, languages and lengths, the least right first. */
function accuracies({ effects, strata }: RunView): Effect[] {
  const known = ({ scope, metric, estimate }: Effect) =>
    scope === "ranking" && metric === "accuracy" && estimate !== null;
  const kinds = ["subset", "language", "length", "side"];
  const kind = ({ stratum }: Effect) => kinds.indexOf(stratum?.kind ?? "");
  const parts = strata.filter(known).sort((a, b) => kind(a) - kind(b) || a.estimate! - b.estimate!);
  return [...effects.filter(known), ...parts];
}

function partName({ stratum }: Effect): string {
  if (stratum === null) return "all data";
  return label(`${stratum.kind} ${stratum.value}`);
}

function subsetPlot(found: readonly Effect[]): Plot {
  const x = scaleOf([0, 1], { title: "the chosen answer scores higher", share: true });
  const y = rowsOf(found.length);
  const rows = found.map(({ estimate, lower, upper, stratum }, row) => ({
    ...{ at: row + 0.5, estimate, lower, upper },
    mark: SERIES_MARKS[stratum === null ? 1 : 0]!,
  }));
  const words = found.flatMap((one, row): Word[] => {
    const line = { y: (row + 0.5) * ROW };
    const numbers = writeEstimate("accuracy", one);
    return [
      {
        ...line,
        text: shortenTo(partName(one), AROUND.left - 10, LETTERS),
        x: -AROUND.left,
        bold: row === 0,
      },
      {
        ...{ ...line, text: numbers, x: width + AROUND.right, align: "right" },
        size: textWidth(numbers, LETTERS) > AROUND.right ? 10 : LETTERS,
      },
    ];
  });
  return {
    width,
    height: found.length * ROW,
    around: AROUND,
    layers: [
      {
        data: { values: [{ coin: 0.5 }] },
        mark: { type: "rule", color: "var(--axis)", strokeDash: [4, 3], strokeWidth: 1 },
        encoding: { x: { ...x, field: "coin" } },
      },
      ...intervalLayers(rows, x, y, 48),
      ...wordLayers(words),
    ],
  };
}

function summaryOf(found: readonly Effect[]): string {
  const [all, ...parts] = found;
  const subsets = parts.filter(({ stratum }) => stratum?.kind === "subset");
  const whole = `The chosen answer scores above the rejected one in ${writeEstimate("accuracy", all!)} of all comparisons`;
  if (subsets.length < 2) return `${whole}.`;
  return `${whole}; least often in ${partName(subsets[0]!)} (${writeEstimate("accuracy", subsets[0]!)}), most often in ${partName(subsets.at(-1)!)} (${writeEstimate("accuracy", subsets.at(-1)!)}).`;
}
