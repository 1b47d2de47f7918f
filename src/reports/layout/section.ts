import type { RuleKind, Verdict } from "../../contract.js";
import { labelOf } from "../../rubric/wording.js";
import { fitColumns, tableLines } from "./columns.js";
import type { Group, OperatorRow } from "./groups.js";
import { operatorChoices } from "./operator-columns.js";
import type { Paint } from "./paint.js";
import { textWidth } from "./text-width.js";
import { count, MARKS, oneLine, standingWords, VERDICT_WORDS } from "./words.js";
import { padEnd, shorten, WIDEST_PROSE, wrap } from "./wrap.js";

const TITLES: Readonly<Record<RuleKind, string>> = {
  causal: "MUST MOVE",
  spurious: "MUST NOT MOVE",
  hack: "MAY NOT PAY",
  probe: "MUST LIE LOWEST",
  ranking: "PREFERENCES",
};

/** The attributes of one kind: a head, then for each its name and verdict, its operators and its claims. */
export function section(kind: RuleKind, groups: readonly Group[], width: number, paint: Paint): string[] {
  const mine = groups.filter((group) => group.kind === kind);
  if (mine.length === 0) return [];
  const rows = mine.flatMap((group) => group.rows);
  const [head = TITLES[kind], ...lines] =
    kind === "ranking" || rows.length === 0
      ? []
      : tableLines(fitColumns(operatorChoices(kind, TITLES[kind], rows, width), width));
  const lineOf = new Map(rows.map((row, index) => [row, lines[index]!]));
  return ["", paint.strong(head), ...mine.flatMap((group) => groupLines(group, lineOf, width, paint))];
}

function groupLines(
  group: Group,
  lineOf: ReadonlyMap<OperatorRow, string>,
  width: number,
  paint: Paint,
): string[] {
  const labels = Math.max(0, ...group.verdicts.map(({ claim }) => textWidth(labelOf(claim))));
  return [
    rule(group, width, paint),
    ...group.rows.flatMap((row) => [lineOf.get(row)!, ...noteLines(row, width, paint)]),
    ...(group.oracle === "" ? [] : wrap(`    ↳ ${group.oracle}`, width, 6).map(paint.quiet)),
    ...group.verdicts.flatMap((verdict) => claimLines(verdict, labels, width, paint)),
  ];
}

/** The attribute on the left, its verdict on the right, a quiet rule between to lead the eye. */
function rule({ attribute, word, warnsOnly }: Group, room: number, paint: Paint): string {
  const width = Math.min(room, WIDEST_PROSE);
  const verdict = word === undefined ? "not judged" : VERDICT_WORDS[word];
  const text = word !== undefined && warnsOnly ? `${verdict} (warns only)` : verdict;
  const name = shorten(oneLine(attribute), Math.max(8, width - textWidth(text) - 4));
  const dots = "─".repeat(Math.max(1, width - textWidth(name) - textWidth(text) - 2));
  const painted = word === undefined ? paint.quiet(text) : paint.verdict(word, text);
  return `${paint.strong(name)} ${paint.quiet(dots)} ${painted}`;
}

function noteLines({ note }: OperatorRow, width: number, paint: Paint): string[] {
  return note === "" ? [] : wrap(`    ↳ ${oneLine(note)}`, width, 6).map(paint.quiet);
}

function claimLines(verdict: Verdict, labels: number, width: number, paint: Paint): string[] {
  const { claim, verdict: word, because, n } = verdict;
  const lead = `  ${MARKS[word]} ${padEnd(labelOf(claim), labels)}  `;
  const warns = standingWords(verdict);
  // Preferences have no operator row that would say how many there are.
  const many = claim.kind === "ranking" && n > 0 ? ` (n ${count(n)})` : "";
  const words = `${warns}${oneLine(because)}${many}`;
  // A label that leaves no room beside it has a line of its own.
  if (textWidth(lead) > width / 2)
    return [
      ...wrap(lead.trimEnd(), width, 4).map((line) => paint.verdict(word, line)),
      ...wrap(`      ${words}`, width, 6),
    ];
  const [first, ...others] = wrap(`${lead}${words}`, width, textWidth(lead));
  const [mark, rest] = [first!.slice(0, lead.length), first!.slice(lead.length)];
  return [`${paint.verdict(word, mark)}${rest}`, ...others];
}
