import { type Choice, fitColumns, tableLines } from "../reports/layout/columns.js";
import { counted, MARKS, oneLine } from "../reports/layout/words.js";
import { shortenMiddle, wrap } from "../reports/layout/wrap.js";
import { writeNumber } from "../rubric/wording.js";
import type { PairScore, StoredPair } from "../store/browse/read-pair.js";
import { rewardFigures } from "./figures.js";
import type { Sheet } from "./sheet.js";
import { type Way, wayOf } from "./way.js";

/** What every run made of the pair: both rewards, how far it moved, and whether that is what the operator wants. */
export function pairScoreLines({ scores, operator }: StoredPair, sheet: Sheet): string[] {
  const { width, paint, sign } = sheet;
  const head = paint.strong("SCORES");
  if (scores.length === 0) return ["", head, "  no run of this database has scored both texts"];
  const ways = scores.map((score) => wayOf(score, operator));
  const columns = fitColumns(choicesOf(scores, ways, sheet), width);
  const [names, ...lines] = tableLines(columns);
  const runs = columns.some((column) => column.head === "run")
    ? ""
    : ` Runs: ${runNames(scores).join(", ")}.`;
  return [
    "",
    paint.strong(sign(names!)),
    ...lines.map((line, row) => colored(sign(line), ways[row]!, sheet)),
    ...wrap(`    ↳ ${summary(scores, ways)}${runs}`, width, 6).map((line) => paint.quiet(sign(line))),
  ];
}

function choicesOf(scores: readonly PairScore[], ways: readonly Way[], { full }: Sheet): Choice[] {
  const numbers = (
    head: string,
    of: (score: PairScore) => string,
    turn: number,
    optional = false,
  ): Choice => ({
    ...{ optional, turn },
    forms: [{ head, cells: scores.map(of), align: "right" }],
  });
  const words = (head: string, cells: string[], turn: number): Choice => ({
    ...{ optional: true, turn },
    forms: [{ head, cells, align: "left" }],
  });
  // The same model in another type of numbers is another scorer.
  const alike = (model: string) =>
    new Set(scores.filter((one) => one.model === model).map(({ scorer }) => scorer)).size > 1;
  const names = scores.map(({ model, dtype }) => `  ${oneLine(alike(model) ? `${model} ${dtype}` : model)}`);
  return [
    {
      ...{ optional: false, turn: 1, clip: shortenMiddle },
      forms: [{ head: "SCORES", cells: names, align: "left" }],
    },
    numbers("base", ({ baseScore }) => rewardFigures(baseScore), 1),
    numbers("variant", ({ variantScore }) => rewardFigures(variantScore), 1),
    numbers("difference", ({ difference }) => rewardFigures(difference, true), 2, true),
    numbers("z, SD", ({ z }) => writeNumber("bias", z), 0),
    {
      ...{ optional: false, turn: 0 },
      forms: [{ head: "", cells: ways.map(wayCell), align: "left" }],
    },
    words(
      "tokens",
      scores.map(({ baseTokens, variantTokens }) => `${baseTokens} → ${variantTokens}`),
      5,
    ),
    words(
      "run",
      scores.map(({ run }) => oneLine(run).slice(0, full ? 32 : 12)),
      4,
    ),
    words(
      "rubric",
      scores.map(({ rubric }) => oneLine(rubric)),
      6,
    ),
  ];
}

/** For where the table has no room for them, in the order of its lines. */
function runNames(scores: readonly PairScore[]): string[] {
  return scores.map(({ run }) => oneLine(run).slice(0, 12));
}

function wayCell({ word, text }: Way): string {
  return word === null ? `  ${text}` : `${MARKS[word]} ${text}`;
}

function colored(line: string, { word, text }: Way, { paint, sign }: Sheet): string {
  if (word === null) return line;
  const cell = sign(`${MARKS[word]} ${text}`);
  const at = line.lastIndexOf(cell);
  return at < 0 ? line : `${line.slice(0, at)}${paint.verdict(word, cell)}${line.slice(at + cell.length)}`;
}

function summary(scores: readonly PairScore[], ways: readonly Way[]): string {
  const models = new Set(scores.map(({ scorer }) => scorer)).size;
  const of = (word: Way["word"]) => ways.filter((way) => way.word === word).length;
  const judged = ways.filter(({ word }) => word !== null).length;
  const found = judged === 0 ? "" : `; as expected in ${of("pass")} of ${counted(judged, "run")}`;
  return `${counted(models, "model")} in ${counted(scores.length, "run")}${found}. z: the difference in SDs of the run's scores; within twice the noise floor nothing moved.`;
}
