import { type Paint, paintWith } from "../reports/layout/paint.js";
import { oneLine } from "../reports/layout/words.js";
import { padEnd, wrap } from "../reports/layout/wrap.js";
import { modelRows, type Row } from "./card/model-rows.js";
import {
  dataRows,
  noiseRows,
  placementRows,
  referenceRows,
  sampleRows,
  scoreRows,
  sweepRows,
} from "./card/number-rows.js";
import { readingRows } from "./card/reading-rows.js";
import type { Examination } from "./examine.js";
import type { ModelFacts } from "./facts.js";
import type { Problem, ProblemSeverity } from "./problem.js";

const WIDEST = 132;
const LABEL = 14;
const MARKS: Readonly<Record<ProblemSeverity, string>> = { fatal: "✗", warning: "!", note: "·" };

/** The card as it is printed. */
export function renderCard(
  { model, facts, problems }: Examination,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const paint = paintWith(color);
  const wide = Math.min(WIDEST, width);
  const sections = facts === null ? [] : sectionsOf(facts);
  const lines = [
    paint.strong(`tare doctor · ${oneLine(model)}`),
    ...sections.flatMap(([title, rows]) => section(title, rows, wide, paint)),
    "",
    ...problemLines(problems, wide, paint),
  ];
  return lines.join("\n");
}

function sectionsOf(facts: ModelFacts): [title: string, rows: readonly Row[]][] {
  const { reading, data, scores, reference, placement, sweep } = facts;
  return [
    ["MODEL", modelRows(facts)],
    ["HOW IT READS", reading === null ? [] : readingRows(reading)],
    ["SAMPLE SCORES", sampleRows(facts)],
    ["DATA", [...(data === null ? [] : dataRows(data)), ...(scores === null ? [] : scoreRows(scores))]],
    ["BATCHES OF", sweepRows(sweep)],
    ["NODES, as the profiler saw them", placementRows(placement ?? [])],
    ["NUMBERS", [...noiseRows(facts), ...(reference === null ? [] : referenceRows(reference))]],
  ];
}

function section(title: string, rows: readonly Row[], width: number, paint: Paint): string[] {
  if (rows.length === 0) return [];
  const lines = rows.flatMap(([label, value]) =>
    wrap(oneLine(value), Math.max(40, width - LABEL - 2)).map(
      (line, index) => `  ${padEnd(index === 0 ? label : "", LABEL)}${line}`,
    ),
  );
  return ["", paint.strong(title), ...lines];
}

function problemLines(problems: readonly Problem[], width: number, paint: Paint): string[] {
  if (problems.length === 0) return [paint.strong("NO PROBLEM FOUND")];
  return [
    paint.strong("PROBLEMS"),
    ...problems.flatMap(({ code, severity, what, fix }) => [
      ...wrap(`  ${MARKS[severity]} ${severity} ${code}: ${oneLine(what)}`, width, 6),
      ...wrap(`      ${fix}`, width, 6).map(paint.quiet),
    ]),
  ];
}
