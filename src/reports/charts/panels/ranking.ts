import type { RankingCell, RunView } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import type { Chart } from "../plot/chart.js";
import { eachView } from "../plot/each-view.js";
import { label } from "../plot/label.js";
import { grid } from "../plot/stack.js";
import { rankingMatrix } from "./ranking-matrix.js";

/** Matrices that fit a page; the table has the others. */
const MOST = 12;
/** RM-Bench's, from plain to dressed up; others follow as they come. */
const STYLES = ["concise", "plain", "markdown"];

/** Where the data have styles: how often the better answer of one wins over the worse one of another, a matrix a subset. */
export function rankingMatrices(views: readonly RunView[]): Chart[] {
  return eachView(views, "ranking-styles", (view) => {
    const cells = (view.details?.rankings ?? []).filter(styled);
    if (cells.length === 0) return undefined;
    const subsets = [...new Set(cells.map(({ subset }) => subset))];
    const named = new Set(cells.flatMap(({ chosenStyle, rejectedStyle }) => [chosenStyle, rejectedStyle]));
    const styles = [...STYLES.filter((style) => named.delete(style)), ...named];
    const matrices = subsets.slice(0, MOST).map((subset) =>
      rankingMatrix(
        label(subset),
        styles,
        cells.filter((cell) => cell.subset === subset),
      ),
    );
    const left = subsets.length - matrices.length;
    return {
      title: "Ranking accuracy by style",
      summary: `${summaryOf(cells)}${left === 0 ? "" : ` ${left} more subsets are in the table only.`}`,
      plots: grid(matrices, 2),
      table: {
        columns: ["subset", "chosen style", "rejected style", "accuracy", "mean margin (SD)", "comparisons"],
        rows: cells.map(({ subset, chosenStyle, rejectedStyle, accuracy, margin, comparisons }) => [
          ...[label(subset), label(chosenStyle), label(rejectedStyle), accuracy, margin, comparisons],
        ]),
      },
      query: { name: "ranking-matrix", parameters: { run: view.run } },
    };
  });
}

const styled = ({ chosenStyle, rejectedStyle }: RankingCell) => chosenStyle !== "" && rejectedStyle !== "";

function summaryOf(cells: readonly RankingCell[]): string {
  const [worst] = [...cells].sort((a, b) => a.accuracy - b.accuracy);
  const { subset, chosenStyle, rejectedStyle, accuracy, comparisons } = worst!;
  const where = subset === "" ? "" : ` of ${label(subset)}`;
  return `The reward is least right where the better answer${where} is ${label(chosenStyle)} and the worse one ${label(rejectedStyle)}: ${writeNumber("accuracy", accuracy)} of ${comparisons} comparisons.`;
}
