import { counted } from "../../reports/layout/words.js";
import { KEPT, LEFT, type OperatorTally, sumOf } from "../../training-set/tally.js";
import { renderTable } from "../table.js";
import { printNote } from "../terminal.js";

/** Says on stderr what was written, what was not and why, and where it is noted. */
export function tell({
  out,
  cardPath,
  db,
  record,
  quiet,
  operators,
}: {
  readonly out: string;
  readonly cardPath: string | undefined;
  readonly db: string;
  readonly record: boolean;
  readonly quiet: boolean;
  readonly operators: readonly OperatorTally[];
}): void {
  if (quiet) return;
  const { pairs, written, rows, kept, left } = sumOf(operators);
  const shown = out === "-" ? "stdout" : out;
  printNote(
    `${counted(rows, "row")} of ${counted(written, "pair")} written to ${shown}; the run holds ${pairs}`,
  );
  for (const [reason, means] of Object.entries(KEPT))
    if (kept[reason] !== undefined) printNote(`  kept ${kept[reason]} (${reason}): ${means}`);
  for (const [reason, means] of Object.entries(LEFT))
    if (left[reason] !== undefined) printNote(`  left out ${left[reason]} (${reason}): ${means}`);
  printNote(
    cardPath === undefined
      ? "no card was written: give --card FILE"
      : `how it was made stands in ${cardPath}`,
  );
  printNote(
    record
      ? `${shown} is noted in ${db} as exported for training (--no-record: it is not)`
      : `${shown} is not noted as exported for training`,
  );
}

/** A line for each operator that was asked for. */
export function tabulate(operators: readonly OperatorTally[]): string {
  const reasons = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([reason, n]) => `${reason} ${n}`)
      .join(", ");
  const asked = operators.filter(({ pairs, left }) => left["not-chosen"] !== pairs);
  const rows = asked.map(({ operator, kind, pairs, written, rows: lines, kept, left }) => [
    ...[operator, kind, pairs, written, lines],
    ...[reasons(kept), reasons(left)],
  ]);
  return renderTable(
    ["operator", "kind", "pairs", "written", "rows", "kept as", "left out"],
    rows,
    "table",
    true,
  );
}
