import { cell } from "../reports/layout/markdown-tables.js";
import { count, counted } from "../reports/layout/words.js";
import { VERSION } from "../version.js";
import { filterLines, oracleLines, originLines } from "./card-origin.js";
import { limits, tieWords } from "./card-words.js";
import { CROME_COLUMNS, TRL_COLUMNS } from "./columns.js";
import type { SetFacts } from "./set-facts.js";
import { KEPT, LEFT, type OperatorTally, sumOf } from "./tally.js";

/** The file that a card is of. */
export interface CardFile {
  /** Its name, without folders. */
  readonly name: string;
  readonly sha256: string;
}

const FORMS = {
  trl: "preference rows for TRL (conversational, explicit prompt)",
  crome: "rows for Crome's composite loss (arXiv 2506.16507)",
} as const;

/** How a training set was made, in Markdown: the same set of the same run gives the same card, byte for byte. */
export function renderCard(facts: SetFacts, file: CardFile): string {
  const { format, operators } = facts;
  const all = sumOf(operators);
  const columns = format === "trl" ? TRL_COLUMNS : CROME_COLUMNS;
  const lines = [
    `# Training data: ${cell(file.name)}`,
    "",
    `${counted(all.rows, "row")} of ${counted(all.written, "counterfactual pair")}, ${FORMS[format]}. Written by tare ${VERSION} (\`tare export\`).`,
    "",
    ...section("Made from", originLines(facts)),
    ...section("Oracle", oracleLines(facts)),
    ...section("Filter", filterLines(facts)),
    "## Operators",
    "",
    ...operatorTable(operators),
    "",
    ...reasonLines(all.kept, all.left),
    "",
    "## Columns",
    "",
    ...table(
      ["column", "type", "what it holds"],
      columns.map(({ name, type, means }) => [`\`${name}\``, TYPES[type], cell(means)]),
    ),
    "",
    ...section("Ties", tieWords(facts)),
    ...section("Limits", limits(facts)),
    "## Licence",
    "",
    "The prompts and answers stay under the licence of the data they are from; what an operator changed is a derivative of them, and what a language model wrote may be bound by that model's terms as well. tare adds no licence of its own.",
    "",
    "## Check",
    "",
    "```sh",
    `echo '${file.sha256}  ${shellQuoted(file.name)}' | sha256sum -c`,
    "```",
    "",
  ];
  return lines.join("\n");
}

const TYPES = {
  messages: "list of {role, content}",
  text: "string",
  real: "float",
  boolean: "bool",
} as const;

function section(title: string, lines: readonly string[]): string[] {
  return [`## ${title}`, "", ...lines.map((line) => `- ${line}`), ""];
}

function operatorTable(operators: readonly OperatorTally[]): string[] {
  return table(
    ["operator", "kind", "pairs", "written", "rows", "kept as", "left out"],
    operators.map(({ operator, kind, pairs, written, rows, kept, left }) => [
      ...[cell(operator), kind, count(pairs), count(written), count(rows)],
      ...[reasons(kept), reasons(left)],
    ]),
  );
}

function reasons(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, n]) => `${reason} ${count(n)}`)
    .join(", ");
}

function reasonLines(
  kept: Readonly<Record<string, number>>,
  left: Readonly<Record<string, number>>,
): string[] {
  const of = (
    counts: Readonly<Record<string, number>>,
    words: Readonly<Record<string, string>>,
    what: string,
  ) =>
    Object.entries(words)
      .filter(([reason]) => counts[reason] !== undefined)
      .map(([reason, means]) => `- ${what} \`${reason}\` (${count(counts[reason]!)}): ${means}`);
  return [...of(kept, KEPT, "kept as"), ...of(left, LEFT, "left out,")];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

/** Within single quotes. */
function shellQuoted(name: string): string {
  return name.replaceAll("'", "'\\''");
}
