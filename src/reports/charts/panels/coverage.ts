import type { CoverageRow, RunView } from "../../../contract.js";
import { count } from "../../layout/words.js";
import type { Chart } from "../plot/chart.js";
import { eachView } from "../plot/each-view.js";
import { keyPlot } from "../plot/key.js";
import { label, operatorLabel } from "../plot/label.js";
import { bottomOf, stack } from "../plot/stack.js";
import { APPLIED, coveragePlot, OTHERS, type Reason, SIGNS } from "./coverage-plot.js";

/** Bars that a page can hold; the table has the others. */
const MOST = 60;

/** What was asked of every operator and what came of it: pairs, or the reason why there is none. */
export function coverage(views: readonly RunView[]): Chart[] {
  return eachView(views, "coverage", (view) => {
    const rows = [...view.coverage];
    if (rows.length === 0) return undefined;
    const shown = rows.slice(0, MOST);
    const left = rows.length - shown.length;
    const reasons = reasonsOf(rows);
    const others = totals(rows).length - SIGNS.length;
    const keys = stack([
      keyPlot(
        reasons.map(({ reason, sign, colour, opacity }) => ({
          text: `${sign} ${reason === OTHERS ? `${others} other reasons` : label(reason)}`,
          patch: { colour, opacity },
        })),
      ),
    ]);
    return {
      title: "Coverage",
      summary: `${summaryOf(rows)}${left === 0 ? "" : ` ${left} more operators are in the table only.`}`,
      plots: [...keys, ...stack([coveragePlot(shown, reasons)], bottomOf(keys) + 8)],
      table: {
        columns: ["operator", "attribute", "reason", "pairs"],
        rows: rows.flatMap((row) => [
          [operatorLabel(row), label(row.attribute), "(applied)", row.applied],
          ...Object.entries(row.skipped).map(([reason, pairs]) => [
            ...[operatorLabel(row), label(row.attribute), label(reason), pairs],
          ]),
        ]),
      },
      query: { name: "skipped-by-reason", parameters: { run: view.run } },
    };
  });
}

/** Reasons over all operators, the most frequent first. */
function totals(rows: readonly CoverageRow[]): [reason: string, pairs: number][] {
  const sums = new Map<string, number>();
  for (const [reason, pairs] of rows.flatMap(({ skipped }) => Object.entries(skipped))) {
    sums.set(reason, (sums.get(reason) ?? 0) + pairs);
  }
  return [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Applied, the most frequent reasons, and one for all others; each with a sign of its own. */
function reasonsOf(rows: readonly CoverageRow[]): Reason[] {
  const found = totals(rows).map(([reason]) => reason);
  const named = found.slice(0, SIGNS.length).map((reason, at) => ({ reason, ...SIGNS[at]! }));
  const rest =
    found.length > named.length ? [{ reason: OTHERS, sign: "…", colour: "axis", opacity: 0.25 }] : [];
  return [APPLIED, ...named, ...rest];
}

function summaryOf(rows: readonly CoverageRow[]): string {
  const applied = rows.reduce((sum, row) => sum + row.applied, 0);
  const reasons = totals(rows);
  const skipped = reasons.reduce((sum, [, pairs]) => sum + pairs, 0);
  const most =
    reasons[0] === undefined ? "" : `, most often for ${label(reasons[0][0])} (${count(reasons[0][1])})`;
  const none = rows.filter((row) => row.applied === 0).map(operatorLabel);
  const empty = none.length === 0 ? "" : `; without a pair: ${none.join(", ")}`;
  return `Of ${count(applied + skipped)} pairs that were asked for ${count(applied)} are evidence and ${count(skipped)} were skipped${most}${empty}.`;
}
