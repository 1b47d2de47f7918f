import type { RunView, ScoreHistogram } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import { counted } from "../../layout/words.js";
import type { Chart } from "../plot/chart.js";
import { domainOf } from "../plot/domain.js";
import { eachView } from "../plot/each-view.js";
import { keyPlot } from "../plot/key.js";
import { label } from "../plot/label.js";
import { THIRD_WIDTH } from "../plot/plot.js";
import { bottomOf, grid, stack } from "../plot/stack.js";
import { fullestBin, histogramPlot } from "./histogram-plot.js";

const KEY = [
  { text: "base", patch: { colour: "series-6", opacity: 0.45 } },
  { text: "variant", line: { colour: "series-2" } },
  { text: "across: raw reward; up: share of the texts of a side" },
];
const COLUMNS = 3;
const AROUND = { left: 38, right: 6, top: 38, bottom: 24 };
const FRAME = { outer: THIRD_WIDTH, height: 70, around: AROUND };
const MOST = 12;

interface Shift {
  readonly name: string;
  readonly augmentation: string;
  readonly base: ScoreHistogram;
  readonly variant: ScoreHistogram;
  /** Mean move in SDs. */
  readonly bias: number | null;
}

/** Rewards of both sides of the pairs of each operator, those that move most first. */
export function shifts(views: readonly RunView[]): Chart[] {
  return eachView(views, "shifts", (view) => {
    const all = shiftsOf(view);
    if (all.length === 0) return undefined;
    const shown = all.slice(0, MOST);
    const sides = shown.flatMap(({ base, variant }) => [base, variant]);
    const ends = sides.flatMap(({ bins }) => bins.flatMap(({ low, high }) => [low, high]));
    const range = { domain: domainOf(ends, 0.02), most: fullestBin(sides) };
    const keys = stack([keyPlot(KEY)]);
    const plots = shown.map(({ name, base, variant, bias }) =>
      histogramPlot(
        [
          { bins: base.bins, colour: "series-6", look: "filled" },
          { bins: variant.bins, colour: "series-2", look: "outline" },
        ],
        {
          ...FRAME,
          ...range,
          title: name,
          words: bias === null ? "" : `mean move ${writeNumber("bias", bias)} SD`,
        },
      ),
    );
    return {
      title: "Rewards before and after a change",
      summary: summaryOf(all, shown.length),
      plots: [...keys, ...grid(plots, COLUMNS, bottomOf(keys) + 8, 8)],
      table: {
        columns: ["operator", "side", "from", "below", "texts"],
        rows: shown.flatMap(({ name, base, variant }) =>
          [base, variant].flatMap(({ part, bins }) =>
            bins.map(({ low, high, texts }) => [name, part, low, high, texts]),
          ),
        ),
      },
      query: {
        name: "score-histogram",
        parameters: { run: view.run, augmentation: shown[0]!.augmentation },
      },
    };
  });
}

/** Largest mean move first; all doses of an operator together. */
function shiftsOf({ details, effects }: RunView): Shift[] {
  const histograms = details?.histograms ?? [];
  const names = [...new Set(histograms.map(({ augmentation }) => augmentation))].filter(
    (name) => name !== "",
  );
  const found = names.flatMap((augmentation): Shift[] => {
    const side = (part: string) =>
      histograms.find((one) => one.augmentation === augmentation && one.part === part && one.bins.length > 0);
    const [base, variant] = [side("base"), side("variant")];
    if (base === undefined || variant === undefined) return [];
    const bias = effects.find(
      (one) => one.metric === "bias" && one.scope === "augmentation" && one.augmentation === augmentation,
    );
    return [{ name: label(augmentation), augmentation, base, variant, bias: bias?.estimate ?? null }];
  });
  return found.sort((a, b) => Math.abs(b.bias ?? 0) - Math.abs(a.bias ?? 0));
}

function summaryOf(all: readonly Shift[], shown: number): string {
  const [{ name, bias }] = all as [Shift];
  const most =
    bias === null ? "" : `: ${name} moves the reward most, by ${writeNumber("bias", bias)} SD on average`;
  const left = shown === all.length ? "" : `; ${all.length - shown} that move it less are left to the query`;
  return `Rewards of both sides of the pairs of ${counted(shown, "operator")}${most}${left}. The query asks for one operator at a time.`;
}
