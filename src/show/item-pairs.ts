import { type Choice, type Column, fitColumns, tableLines } from "../reports/layout/columns.js";
import { counted, expectsWord, MARKS, oneLine } from "../reports/layout/words.js";
import { shortenLabel, shortenMiddle, wrap } from "../reports/layout/wrap.js";
import { writeNumber } from "../rubric/wording.js";
import type { ItemPair, StoredItem } from "../store/browse/read-item.js";
import { operatorLabel } from "./operator-label.js";
import type { Sheet } from "./sheet.js";
import { wayOf } from "./way.js";

const NAME = 16;

/** One line a pair: its key, its operator, and z by run with a mark for what that says of the model. */
export function itemPairLines({ pairs }: StoredItem, { width, full, paint, sign }: Sheet): string[] {
  if (pairs.length === 0) return ["", paint.strong("PAIRS"), "  none that a run has scored"];
  const runs = runsOf(pairs);
  const fixed = choicesOf(pairs, full);
  const columns = fitColumns(
    [...fixed, ...runs.map(({ run, head }) => scoreChoice(pairs, run, head))],
    width,
  );
  const [head, ...lines] = tableLines(columns);
  const heads = new Set(columns.map((column) => column.head));
  const left = runs.filter((run) => !heads.has(run.head)).length;
  const more = left === 0 ? "" : ` No room for ${counted(left, "more run")}: --run, --model or --width.`;
  return [
    "",
    paint.strong(sign(head!)),
    ...lines.map(sign),
    ...wrap(`    ↳ z by run: ✓ as expected, ✗ not, ? neither.${more}`, width, 6).map((line) =>
      paint.quiet(sign(line)),
    ),
  ];
}

interface RunColumn {
  readonly run: string;
  readonly head: string;
}

/** Models by their names; by their runs where two names are alike. */
function runsOf(pairs: readonly ItemPair[]): RunColumn[] {
  const models = new Map(
    pairs.flatMap(({ scores }) => scores.map(({ run, model }) => [run, model] as const)),
  );
  const heads = [...models].map(([run, model]) => ({ run, head: shortenMiddle(oneLine(model), NAME) }));
  return heads.map(({ run, head }) => ({
    run,
    head: heads.filter((other) => other.head === head).length > 1 ? oneLine(run).slice(0, 12) : head,
  }));
}

function choicesOf(pairs: readonly ItemPair[], full: boolean): Choice[] {
  const column = (head: string, of: (pair: ItemPair) => string): Column => ({
    ...{ head, cells: pairs.map(of), align: "left" },
  });
  return [
    {
      optional: false,
      forms: [column("PAIRS", ({ pair }) => `  ${full ? oneLine(pair) : oneLine(pair).slice(0, 12)}`)],
    },
    { optional: false, clip: shortenLabel, turn: 1, forms: [column("operator", operatorLabel)] },
    { optional: false, forms: [column("answer", ({ position }) => String(position + 1))] },
    { optional: true, turn: 3, forms: [column("expects", (pair) => expectsWord(pair.expects, pair))] },
  ];
}

function scoreChoice(pairs: readonly ItemPair[], run: string, head: string): Choice {
  const cells = pairs.map((pair) => {
    const score = pair.scores.find((one) => one.run === run);
    if (score === undefined) return "—";
    const { word } = wayOf(score, pair);
    const said = score.truncated ? "truncated" : word === null ? "" : MARKS[word];
    return `${writeNumber("bias", score.z)} ${said}`.trim();
  });
  return { optional: true, turn: 2, forms: [{ head, cells, align: "left" }] };
}
