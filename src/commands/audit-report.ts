import type { Audit } from "../audit/audit.js";
import { counted } from "../reports/layout/words.js";
import { showDiffs } from "./audit-diffs.js";
import { applicationTable, driftTable, lessonTable, reasonLines, wordTable } from "./audit-tables.js";

const WORDS_SHOWN = 15;

/** What an audit found, for a reader. */
export function describeAudit(found: Audit, color: boolean): string {
  const { words } = found;
  const parts = [
    describeOperators(found, color),
    "What the data teaches: how often the chosen answer has more",
    lessonTable(found),
    "",
    `Words and phrases at another rate in chosen than in rejected answers (${words.tested} tested, false discovery rate 5 %)`,
    ...wordParts("in chosen", words.chosen),
    ...wordParts("in rejected", words.rejected),
  ];
  return parts.join("\n");
}

/** What the operators did, without what the data itself teaches. */
export function describeOperators(found: Audit, color: boolean): string {
  const { items, of, prompts, operators } = found;
  const drawn = of > items ? ` of ${of}, drawn by the seed` : "";
  const parts = [
    `${counted(items, "item")}${drawn}, ${counted(prompts, "prompt")}, ${counted(operators.length, "operator")}`,
    "",
    "Applied: distinct are the different things put in (numbers, names and case aside), repeated the equal variants",
    applicationTable(found),
    "",
    "Drift: mean change a pair, length as a factor; * what the operator means to move",
    driftTable(found),
    "",
    reasonLines(found),
    "",
    ...operators.flatMap(({ operator, expects, samples }) =>
      samples.length === 0 ? [] : [`${operator} (${expects})`, showDiffs(samples, color), ""],
    ),
  ];
  return parts.join("\n");
}

function wordParts(where: string, rows: Audit["words"]["chosen"]): string[] {
  if (rows.length === 0) return [`more ${where}: none`];
  const more = rows.length > WORDS_SHOWN ? `, the first ${WORDS_SHOWN} (--json has all)` : "";
  return [`more ${where}: ${rows.length}${more}`, wordTable(rows, WORDS_SHOWN)];
}
