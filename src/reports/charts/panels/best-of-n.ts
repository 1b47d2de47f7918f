import type { BestOfN, RunView } from "../../../contract.js";
import { writeEstimate, writeNumber } from "../../../rubric/wording.js";
import { curveRows } from "../../layout/best-of-n.js";
import type { Chart } from "../plot/chart.js";
import { eachView } from "../plot/each-view.js";
import { keyPlot } from "../plot/key.js";
import { label } from "../plot/label.js";
import { SERIES_MARKS } from "../plot/marks.js";
import { bottomOf, grid, stack } from "../plot/stack.js";
import { poolPlot } from "./pool-plot.js";

const KEY = [
  { text: "takes a bad text", mark: SERIES_MARKS[0]! },
  { text: "interval", patch: { colour: "series-1", opacity: 0.2 } },
  { text: "a blind reward", line: { colour: "axis", dash: [4, 3] } },
  { text: "across: n; up: share of prompts" },
];
const COLUMNS = 3;

/** The curve of one kind of bad text, or of one attribute of it. */
export interface Pool {
  readonly name: string;
  readonly whole: boolean;
  readonly points: readonly BestOfN[];
}

/** How often the best of n draws is a bad one: one small plot a kind and attribute. */
export function bestOfN(views: readonly RunView[]): Chart[] {
  return eachView(views, "best-of-n", (view) => {
    const pools = poolsOf(view);
    if (pools.length === 0) return undefined;
    const keys = stack([keyPlot(KEY)]);
    return {
      title: "Best of n",
      summary: summaryOf(pools),
      plots: [...keys, ...grid(pools.map(poolPlot), COLUMNS, bottomOf(keys) + 8, 8)],
      table: {
        columns: ["bad texts", "n", "taken", "lower", "upper", "blind", "prompts"],
        rows: pools.flatMap(({ name, points }) =>
          points.map(({ n, taken, lower, upper, blind, prompts }) => [
            name,
            n,
            taken,
            lower,
            upper,
            blind,
            prompts,
          ]),
        ),
      },
      query: { name: "best-of-n", parameters: { run: view.run } },
    };
  });
}

/** Kinds, and their attributes where there is more than one; operators are left to the query. */
function poolsOf(view: RunView): Pool[] {
  const rows = curveRows(view);
  const ns = [...new Set((view.bestOfN ?? []).map(({ n }) => n))].sort((a, b) => a - b);
  const pools = rows.map((row, at) => {
    const kind = rows.slice(0, at + 1).findLast(({ indented }) => !indented);
    const name = row.indented && kind !== undefined ? `${row.label} (${kind.label})` : row.label;
    const points = ns.flatMap((n) => row.at(n) ?? []);
    return { name: label(name), whole: !row.indented, points };
  });
  const alone = (at: number) => pools[at - 1]?.whole === true && pools[at + 1]?.whole !== false;
  return pools.filter(({ whole }, at) => whole || !alone(at));
}

function summaryOf(pools: readonly Pool[]): string {
  const { name, points } = pools[0]!;
  const last = points.at(-1)!;
  const taken = writeEstimate("accuracy", { ...last, estimate: last.taken });
  return `By this reward the best of ${last.n} draws is a bad one (${name}) ${taken} of the time; a reward that cannot tell takes one ${writeNumber("accuracy", last.blind)} of the time.`;
}
