import { fitColumns, tableLines } from "../../reports/layout/columns.js";
import { ledCommand } from "../../reports/layout/command-lines.js";
import { oneLine } from "../../reports/layout/words.js";
import { shorten, wrap } from "../../reports/layout/wrap.js";
import type { StoredIntervention } from "../../store/oracle/read-interventions.js";
import type { Sheet } from "../sheet.js";

/** What an oracle was to do to an item, one line an operator, and how to see one of them whole. */
export function interventionList(
  all: readonly StoredIntervention[],
  { paint, sign, width }: Sheet,
  elsewhere: readonly string[],
): string[] {
  const column = (head: string, of: (one: StoredIntervention) => string) => ({
    forms: [{ head, cells: all.map((one) => oneLine(of(one))), align: "left" as const }],
  });
  const several = new Set(all.map(({ settings }) => settings)).size > 1;
  const columns = fitColumns(
    [
      { ...column("operator", ({ operator }) => operator), optional: false },
      {
        ...column("came to", ({ outcome, reason }) => (outcome === "verified" ? outcome : reason)),
        optional: false,
      },
      { ...column("attribute", ({ attribute }) => attribute), optional: true, turn: 1 },
      ...(several
        ? [{ ...column("settings", ({ settings }) => settings.slice(0, 12)), optional: true, turn: 2 }]
        : []),
      { ...column("in words", ({ detail }) => detail), optional: false, turn: 3, clip: shorten },
    ],
    width,
  );
  const [head, ...lines] = tableLines(columns);
  const [first] = all;
  const example = ["tare", "explain", first!.item.slice(0, 12), "--operator", first!.operator, ...elsewhere];
  return [
    ...wrap(`item ${first!.item}: what an oracle was asked to do`, width, 2).map(paint.strong),
    "",
    paint.strong(head!),
    ...lines.map(sign),
    "",
    ...ledCommand("what was asked and answered:", example.map(oneLine), width).map(paint.quiet),
  ];
}
