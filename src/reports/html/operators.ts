import type { Metric, RunView } from "../../contract.js";
import { METRICS, writeEstimate, writeNumber } from "../../rubric/wording.js";
import { groupsOf, type OperatorRow } from "../layout/groups.js";
import { expectsWord } from "../layout/words.js";
import { html, type Markup } from "./markup.js";
import { queryBlock } from "./query.js";
import { type Cell, renderTable } from "./table.js";
import { inline } from "./text.js";

const BESIDE: readonly Metric[] = [
  "correct-direction",
  "below-floor",
  "dispersion",
  "tail-share",
  "net-flip-rate",
  "net-attack-success",
  "accuracy-drop",
];

/** Every operator at every dose: what it did to the reward, and on how many pairs that rests. */
export function renderOperators(view: RunView, id: string): Markup {
  const rows = groupsOf(view).flatMap((group) => group.rows);
  const beside = BESIDE.filter((metric) => rows.some((row) => row.effect(metric)?.estimate != null));
  const noted = rows.some(({ note }) => note !== "");
  return html`${renderTable({
    caption: "What each operator did to the reward; [ ] one-sided bounds",
    columns: [
      ...[{ head: "operator" }, { head: "attribute" }, { head: "must", kind: "short" as const }],
      ...[
        { head: "pairs", kind: "number" as const },
        { head: "skipped", kind: "number" as const },
      ],
      { head: "effect or bias, SD", kind: "number" },
      ...beside.map((metric) => ({ head: METRICS[metric].label, kind: "number" as const })),
      ...(noted ? [{ head: "why there is no interval", kind: "text" as const }] : []),
    ],
    rows: rows.map((row) => [...cellsOf(row, beside), ...(noted ? [row.note] : [])]),
  })}
${queryBlock(view, { name: "effects" }, `${id}-effects`)}`;
}

function cellsOf(row: OperatorRow, beside: readonly Metric[]): Cell[] {
  const main = row.effect(row.main);
  return [
    inline(row.label),
    inline(row.coverage.attribute),
    expectsWord(row.expects, row.coverage),
    row.coverage.applied,
    row.skipped,
    main === undefined ? null : writeEstimate(row.main, main),
    ...beside.map((metric) => writeNumber(metric, row.effect(metric)?.estimate ?? null)),
  ];
}
