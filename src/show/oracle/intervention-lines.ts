import { intendedBy } from "../../oracle/operators.js";
import { type Choice, fitColumns, tableLines } from "../../reports/layout/columns.js";
import { ledCommand } from "../../reports/layout/command-lines.js";
import { oracleName } from "../../reports/layout/oracle.js";
import { oneLine } from "../../reports/layout/words.js";
import { shorten, wrap, wrapFacts } from "../../reports/layout/wrap.js";
import type { AskedCall } from "../../store/oracle/asked.js";
import type { StoredIntervention } from "../../store/oracle/read-interventions.js";
import type { Sheet } from "../sheet.js";
import { callLines } from "./call-lines.js";
import { type Reading, type Verified, verifiedOf } from "./verification.js";

/** An intervention with its questions. */
export interface Explained extends StoredIntervention {
  readonly calls: readonly AskedCall[];
}

/** All that was asked and answered for one pair that an oracle was to write, and what it came to. */
export function interventionLines(one: Explained, sheet: Sheet, elsewhere: readonly string[]): string[] {
  const { calls } = one;
  const none = ["", "  nothing was asked: it was refused before"];
  return [
    ...headLines(one, sheet),
    ...(calls.length === 0
      ? none
      : calls.flatMap((call, index) =>
          callLines(call, { number: index + 1, before: calls[index - 1] }, sheet),
        )),
    ...verificationLines(one, sheet),
    ...outcomeLines(one, sheet, elsewhere),
  ];
}

function headLines(one: Explained, { paint, sign, width }: Sheet): string[] {
  const { operator, item, outcome, reason, attribute, position, oracle, verifier, runs, settings } = one;
  const came = outcome === "verified" ? "verified" : `refused, ${oneLine(reason)}`;
  const [run, ...more] = runs;
  const facts = [
    movedWords(operator, attribute),
    `answer ${position + 1}`,
    `written by ${oracleName(oracle)}`,
    `verified by ${verifier === null ? "the same" : oracleName(verifier)}`,
    `settings ${settings.slice(0, 12)}`,
    run === undefined
      ? "in no run"
      : `run ${run.slice(0, 12)}${more.length === 0 ? "" : ` and ${more.length} more`}`,
  ];
  return [
    ...wrap(`${oneLine(operator)} on item ${oneLine(item).slice(0, 12)}: ${came}`, width, 2).map(
      paint.strong,
    ),
    ...detailLines(one, width),
    ...wrapFacts(facts, width).map((line) => paint.quiet(sign(line))),
  ];
}

function detailLines({ outcome, detail }: Explained, width: number): string[] {
  if (detail === "") return [];
  return wrap(`${outcome === "verified" ? "changed: " : ""}${oneLine(detail)}`, width, 2);
}

function verificationLines(
  { calls, attribute, agreement }: Explained,
  { paint, sign, width }: Sheet,
): string[] {
  const rows = verifiedOf(calls);
  if (rows.length === 0) return [];
  const column = (head: string, of: (row: Verified) => string): Choice => ({
    ...{ optional: false, forms: [{ head, cells: rows.map(of), align: "left" }] },
  });
  const named = (row: Verified) =>
    `  ${oneLine(row.attribute)}${row.attribute === attribute ? " (to move)" : ""}`;
  const [head, ...lines] = tableLines(
    fitColumns(
      [
        { ...column("VERIFICATION", named), turn: 1, clip: shorten },
        column("base first", ({ baseFirst }) => said(baseFirst)),
        column("variant first", ({ variantFirst }) => said(variantFirst)),
        column("comes to", ({ comesTo }) => said(comesTo)),
      ],
      width,
    ),
  );
  const agreed =
    agreement === null
      ? []
      : [`    ↳ both orders said the same on ${(100 * agreement).toFixed(0)} % of attributes`];
  return ["", paint.strong(head!), ...lines.map(sign), ...agreed.map((line) => paint.quiet(sign(line)))];
}

function outcomeLines(
  { pair, outcome, item }: Explained,
  { paint, width }: Sheet,
  elsewhere: readonly string[],
): string[] {
  const [lead, key] = pair === null ? ["the item:", item] : ["the pair:", pair];
  const none = "verified, and in no run as a pair of its own: another change is on it, or guards left it out";
  const note = outcome === "verified" && pair === null ? wrap(none, width, 2) : [];
  const command = ["tare", "show", key.slice(0, 12), ...elsewhere].map(oneLine);
  return ["", ...[...note, ...ledCommand(lead!, command, width)].map(paint.quiet)];
}

/** A degradation may be refused before an attribute is chosen. */
function movedWords(operator: string, attribute: string): string {
  if (attribute !== "") return `attribute ${oneLine(attribute)}`;
  const kind = intendedBy(operator)?.kind;
  return kind === "degrade" || kind === "upgrade" ? "no attribute to move" : "a neutral change";
}

function said(reading: Reading | "undecided" | null): string {
  if (reading === null) return "not read";
  return reading === "base" || reading === "variant" ? `${reading} better` : reading;
}
