import type { CheckpointMean, RunView } from "../../../contract.js";
import { checkpointRows } from "../../layout/checkpoints.js";
import type { Chart } from "../plot/chart.js";
import { eachView } from "../plot/each-view.js";
import { keyPlot } from "../plot/key.js";
import { label } from "../plot/label.js";
import { SERIES_MARKS } from "../plot/marks.js";
import { bottomOf, grid, stack } from "../plot/stack.js";
import { checkpointPlot } from "./checkpoint-plot.js";

/** Two to a row; the table has the others. */
const MOST = 20;

/** What became of a policy's answers in training: one small plot a measure, each on its own scale. */
export function checkpoints(views: readonly RunView[]): Chart[] {
  return eachView(views, "checkpoints", (view) => {
    const { means = [], correlations = [] } = view.checkpoints ?? {};
    const rows = checkpointRows(view);
    if (rows.length === 0) return undefined;
    const measures = rows.map(({ measure }) => means.filter((one) => label(one.measure) === label(measure)));
    const steps = means.every(({ step }) => step !== null) && new Set(means.map(({ step }) => step)).size > 1;
    const keys = stack([
      keyPlot([
        { text: "mean", mark: SERIES_MARKS[0]! },
        { text: "interval", patch: { colour: "series-1", opacity: 0.2 } },
        { text: `across: ${steps ? "training step" : "place of the checkpoint"}; r: with the reward` },
      ]),
    ]);
    const plots = measures.slice(0, MOST).map((own, at) => checkpointPlot(own, rows[at]!, steps));
    const left = measures.length - plots.length;
    return {
      title: "Checkpoints",
      summary: `${summaryOf(rows)}${left === 0 ? "" : ` ${left} more measures are in the table only.`}`,
      plots: [...keys, ...grid(plots, 2, bottomOf(keys) + 8)],
      table: {
        columns: [
          "measure",
          "checkpoint",
          "step",
          "mean",
          "lower",
          "upper",
          "change",
          "change lower",
          "change upper",
          "r within",
          "answers",
          "prompts",
        ],
        rows: measures
          .flat()
          .map((one) => [
            ...[label(one.measure), label(one.checkpoint), one.step, one.mean, one.lower, one.upper],
            ...[one.change, one.changeLower, one.changeUpper, within(one, correlations), one.n, one.prompts],
          ]),
      },
      query: { name: "goodhart", parameters: { run: view.run } },
    };
  });
}

type Correlations = NonNullable<RunView["checkpoints"]>["correlations"];

function within({ measure }: CheckpointMean, correlations: Correlations): number | null {
  return correlations.find((one) => one.measure === measure && one.level === "within")?.correlation ?? null;
}

function summaryOf(rows: ReturnType<typeof checkpointRows>): string {
  const [reward] = rows;
  const tokens = rows.find(({ measure }) => measure === "tokens");
  const say = ({ measure, first, last, change }: (typeof rows)[number]) =>
    `${measure} goes from ${first} to ${last} (change ${change})`;
  const rest = tokens === undefined || tokens === reward ? "" : `, ${say(tokens)}`;
  return `In training, ${label(say(reward!))}${rest}.`;
}
