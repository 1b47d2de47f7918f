import { defineReport, type ReportOptions, type RunView } from "../contract.js";
import { ASCII_SPARE, toAscii } from "./layout/ascii.js";
import { bestOfNSection } from "./layout/best-of-n.js";
import { checkpointSection } from "./layout/checkpoints.js";
import { curveSection } from "./layout/curves.js";
import { exchangeSection } from "./layout/exchange-rates.js";
import {
  footLines,
  headLines,
  leftAloneSection,
  trainingSection,
  validitySection,
  waiverSection,
} from "./layout/frame.js";
import { goOnLines } from "./layout/go-on.js";
import { groupsOf } from "./layout/groups.js";
import { oracleSection } from "./layout/oracle-section.js";
import { type Paint, paintWith } from "./layout/paint.js";
import { section } from "./layout/section.js";
import { sideBySide } from "./layout/side-by-side.js";
import { skipSection } from "./layout/skip-section.js";
import { legend } from "./layout/words.js";
import { wrap } from "./layout/wrap.js";

/** Below this a table has no room for its numbers. */
const NARROWEST = 60;
const WIDEST = 200;

export default defineReport({
  summary: "one table a model for the eye, and a comparison of several",
  render(views: readonly RunView[], options: ReportOptions): string {
    const spare = options.ascii ? ASCII_SPARE : 0;
    const width = Math.min(WIDEST, Math.max(NARROWEST, options.width)) - spare;
    const paint = paintWith(options.color);
    const tables = views.map((view) => oneModel(view, width, paint));
    const summary = views.length < 2 ? [] : sideBySide(views, width, paint);
    const key = wrap(legend(views), width).map(paint.quiet);
    const lines = [...tables.flat(), ...summary, ...goOnLines(views, width, paint), "", ...key];
    const text = `${lines.join("\n").trim()}\n`;
    return options.ascii ? toAscii(text) : text;
  },
});

function oneModel(view: RunView, width: number, paint: Paint): string[] {
  const groups = groupsOf(view);
  return [
    "",
    "",
    ...headLines(view, width, paint),
    ...section("causal", groups, width, paint),
    ...section("spurious", groups, width, paint),
    ...section("hack", groups, width, paint),
    ...section("probe", groups, width, paint),
    ...section("ranking", groups, width, paint),
    ...curveSection(view, width, paint),
    ...bestOfNSection(view, width, paint),
    ...exchangeSection(view, width, paint),
    ...checkpointSection(view, width, paint),
    ...skipSection(view, width, paint),
    ...oracleSection(view, width, paint),
    ...leftAloneSection(view, width, paint),
    ...validitySection(view, width, paint),
    ...trainingSection(view, width, paint),
    ...waiverSection(view, width, paint),
    ...footLines(view, width, paint),
  ];
}
