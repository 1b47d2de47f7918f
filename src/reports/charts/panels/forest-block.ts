import type { Claim, RunView, Verdict } from "../../../contract.js";
import { writeEstimate } from "../../../rubric/wording.js";
import { VERDICT_WORDS } from "../../layout/words.js";
import { intervalDomain } from "../plot/domain.js";
import { intervalLayers } from "../plot/intervals.js";
import { VERDICT_MARKS } from "../plot/marks.js";
import { type Layer, LETTERS, type Plot, WIDTH } from "../plot/plot.js";
import { rowsOf, scaleOf } from "../plot/scales.js";
import { shortenTo, textWidth } from "../plot/text-width.js";
import { type Word, wordLayers } from "../plot/words.js";
import { claimLabel, footnoteSigns, shortBound, type Unit, unitOf } from "./claim-words.js";

const ROW = 44;
const AROUND = { left: 20, right: 20, top: 2, bottom: 38 };
/** Where, in a row, text and interval stand. */
const FIRST_LINE = 11;
const BAR = { from: 21, middle: 29, to: 37 };
const TITLES: Readonly<Record<Unit, string>> = {
  SD: "SDs of the scores",
  share: "share",
  "net share": "net share",
  ratio: "ratio",
  "SD per doubling": "SDs of the scores per doubling of tokens",
};
/** What can have a direction has a zero line. */
const SIGNED: readonly Unit[] = ["SD", "net share", "SD per doubling"];

/** The claims of one unit: a line of words each, and below it the interval over the range that is allowed. */
export function forestBlock(unit: Unit, verdicts: readonly Verdict[], views: readonly RunView[]): Plot {
  const domain = domainFor(unit, views);
  const signed = SIGNED.includes(unit);
  const x = scaleOf(domain, { title: TITLES[unit], share: unit.endsWith("share"), signed });
  const y = rowsOf(verdicts.length);
  const width = WIDTH - AROUND.left - AROUND.right;
  const at = (row: number, pixels: number) => row + pixels / ROW;
  const rows = verdicts.map(({ estimate, lower, upper, verdict }, row) => ({
    ...{ at: at(row, BAR.middle), estimate, lower, upper, mark: VERDICT_MARKS[verdict] },
  }));
  const bands = verdicts.map(({ claim }, row) => {
    const [low, high] = allowed(claim, domain);
    return { low, high, from: at(row, BAR.from), to: at(row, BAR.to) };
  });
  const [above, below] = [BAR.from - 2, BAR.to + 2];
  const bounds = verdicts.flatMap(({ claim: { comparison, bound } }, row) =>
    (comparison === "within" ? [-bound, bound] : [bound]).map((value) => ({
      ...{ bound: value, from: at(row, above), to: at(row, below) },
    })),
  );
  const zeros = verdicts.map((_, row) => ({ zero: 0, from: at(row, above), to: at(row, below) }));
  const layers: Layer[] = [
    {
      data: { values: bands },
      mark: { type: "rect", color: "var(--band)" },
      encoding: {
        x: { ...x, field: "low" },
        x2: { field: "high" },
        y: { ...y, field: "from" },
        y2: { field: "to" },
      },
    },
    {
      data: { values: signed ? zeros : [] },
      mark: { type: "rule", color: "var(--axis)", strokeWidth: 1 },
      encoding: { x: { ...x, field: "zero" }, y: { ...y, field: "from" }, y2: { field: "to" } },
    },
    {
      data: { values: bounds },
      mark: { type: "rule", color: "var(--axis)", strokeDash: [3, 2] },
      encoding: { x: { ...x, field: "bound" }, y: { ...y, field: "from" }, y2: { field: "to" } },
    },
    ...intervalLayers(rows, x, y),
    ...wordLayers(verdicts.flatMap((verdict, row) => wordsOf(verdict, row * ROW + FIRST_LINE, width))),
  ];
  return { width, height: verdicts.length * ROW, around: AROUND, layers };
}

/** All of a share; of other units what all models need. */
function domainFor(unit: Unit, views: readonly RunView[]): [number, number] {
  if (unit === "share") return [0, 1];
  const all = views.flatMap(({ verdicts }) => verdicts.filter(({ claim }) => unitOf(claim) === unit));
  const bounds = all.flatMap(({ claim: { bound, comparison } }) =>
    comparison === "within" ? [-bound, bound] : [bound],
  );
  const [low, high] = intervalDomain(all, [0, ...bounds]);
  return unit === "net share" ? [Math.max(-1, low), Math.min(1, high)] : [low, high];
}

function allowed({ comparison, bound }: Claim, [low, high]: readonly [number, number]): [number, number] {
  if (comparison === "within") return [-bound, bound];
  return comparison === "at-most" ? [low, Math.max(low, bound)] : [Math.min(high, bound), high];
}

function wordsOf(verdict: Verdict, y: number, width: number): Word[] {
  const { claim, estimate, lower, upper, verdict: word } = verdict;
  const colour = word === "inconclusive" ? "open" : word;
  const ending = VERDICT_WORDS[word];
  const numbers = writeEstimate(claim.metric, { estimate, lower, upper });
  const numbersEnd = width - textWidth(ending, LETTERS) - 10;
  const free = numbersEnd - textWidth(numbers, LETTERS) - 14;
  // A long name is cut, its bound never is.
  const must = `${footnoteSigns(verdict)} ${shortBound(claim)}`;
  const name = shortenTo(claimLabel(verdict), free - textWidth(must, LETTERS), LETTERS);
  return [
    { text: `${name}${must}`, x: 0, y },
    { text: numbers, x: numbersEnd, y, align: "right" },
    { text: ending, x: width, y, align: "right", colour, bold: true },
  ];
}
