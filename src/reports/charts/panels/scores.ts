import type { RunView, ScoreHistogram } from "../../../contract.js";
import { count, counted } from "../../layout/words.js";
import type { Chart } from "../plot/chart.js";
import { domainOf } from "../plot/domain.js";
import { eachView } from "../plot/each-view.js";
import { type KeyEntry, keyPlot } from "../plot/key.js";
import { listed } from "../plot/list-words.js";
import { WIDTH } from "../plot/plot.js";
import { bottomOf, stack } from "../plot/stack.js";
import { fullestBin, histogramPlot, type Series } from "./histogram-plot.js";

const LOOKS: Readonly<Record<string, Omit<Series, "bins">>> = {
  chosen: { colour: "series-1", look: "filled" },
  rejected: { colour: "series-2", look: "outline" },
  response: { colour: "series-3", look: "dashed" },
};
const AROUND = { left: 46, right: 12, top: 14, bottom: 40 };

/** How the rewards of the data's answers are spread, by role. */
export function scores(views: readonly RunView[]): Chart[] {
  return eachView(views, "scores", (view) => {
    const found = (view.details?.histograms ?? []).filter(
      ({ augmentation, bins }) => augmentation === "" && bins.length > 0,
    );
    if (found.length === 0) return undefined;
    const series = found.map(({ part, bins }) => ({ bins, ...LOOKS[part]! }));
    const ends = found.flatMap(({ bins }) => bins.flatMap(({ low, high }) => [low, high]));
    const keys = stack([keyPlot([...found.map(keyOf), { text: "up: share of the texts of a role" }])]);
    const plot = histogramPlot(series, {
      ...{ title: "", words: "", outer: WIDTH, height: 200, around: AROUND },
      ...{ domain: domainOf(ends, 0.02), most: fullestBin(found), xTitle: "reward, raw" },
    });
    return {
      title: "Rewards of the answers",
      summary: summaryOf(found),
      plots: [...keys, ...stack([plot], bottomOf(keys))],
      table: {
        columns: ["role", "from", "below", "texts"],
        rows: found.flatMap(({ part, bins }) => bins.map(({ low, high, texts }) => [part, low, high, texts])),
      },
      query: { name: "score-histogram", parameters: { run: view.run } },
    };
  });
}

const textsOf = ({ bins }: ScoreHistogram) => bins.reduce((sum, { texts }) => sum + texts, 0);

/** How one series is told from another. */
export function keyOf({ part }: { readonly part: string }): KeyEntry {
  const { colour, look } = LOOKS[part] ?? { colour: "series-1", look: "filled" };
  if (look === "filled") return { text: part, patch: { colour, opacity: 0.45 } };
  return { text: part, line: { colour, ...(look === "dashed" ? { dash: [3, 2] } : {}) } };
}

function summaryOf(found: readonly ScoreHistogram[]): string {
  const said = found.map((one) => {
    const fullest = [...one.bins].sort((a, b) => b.texts - a.texts)[0]!;
    const bin = `${Number(fullest.low.toPrecision(3))} to ${Number(fullest.high.toPrecision(3))}`.replaceAll(
      "-",
      "−",
    );
    return `${counted(textsOf(one), `${one.part} text`)} (the fullest bin, from ${bin}, holds ${count(fullest.texts)})`;
  });
  return `Rewards of ${listed(said)}.`;
}
