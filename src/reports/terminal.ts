import { defineReport, type ReportOptions, type RunView } from "../contract.js";
import { bestOfNSection } from "./layout/best-of-n.js";
import { checkpointSection } from "./layout/checkpoints.js";
import { exchangeSection } from "./layout/exchange-rates.js";
import {
  footLines,
  headLines,
  leftAloneSection,
  skipSection,
  trainingSection,
  validitySection,
  waiverSection,
} from "./layout/frame.js";
import { groupsOf } from "./layout/groups.js";
import { type Paint, paintWith } from "./layout/paint.js";
import { section } from "./layout/section.js";
import { sideBySide } from "./layout/side-by-side.js";
import { legend } from "./layout/words.js";
import { wrap } from "./layout/wrap.js";

const NARROWEST = 80;
/** Past this the eye loses the line. */
const WIDEST = 132;

export default defineReport({
  summary: "one table a model for the eye, and a comparison of several",
  render(views: readonly RunView[], options: ReportOptions): string {
    const width = Math.min(WIDEST, Math.max(NARROWEST, options.width));
    const paint = paintWith(options.color);
    const tables = views.map((view) => oneModel(view, width, paint));
    const summary = views.length < 2 ? [] : sideBySide(views, width);
    const key = wrap(legend(views), width).map(paint.quiet);
    return `${[...tables.flat(), ...summary, "", ...key].join("\n").trim()}\n`;
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
    ...bestOfNSection(view, width, paint),
    ...exchangeSection(view, width, paint),
    ...checkpointSection(view, width, paint),
    ...skipSection(view, width, paint),
    ...leftAloneSection(view, width, paint),
    ...validitySection(view, width, paint),
    ...trainingSection(view, width, paint),
    ...waiverSection(view, width, paint),
    ...footLines(view, width, paint),
  ];
}
