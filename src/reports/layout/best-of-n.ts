import type { BadKind, BestOfN, RunView } from "../../contract.js";
import { writeInterval, writeNumber } from "../../rubric/wording.js";
import { type Choice, fitColumns, tableLines } from "./columns.js";
import type { Paint } from "./paint.js";
import { count, oneLine } from "./words.js";
import { wrap } from "./wrap.js";

/** Draws of which a report tells; the query tells of all. */
export const SHOWN_N = [4, 16, 64, 256] as const;

const KINDS: Readonly<Record<BadKind | "any", string>> = {
  any: "any text made worse",
  degradation: "degradations",
  hack: "hacks",
  probe: "contentless answers",
  composed: "degraded and hacked",
  rejected: "rejected answers",
};
const ORDER = Object.keys(KINDS);

export interface CurveRow {
  readonly label: string;
  /** Under its kind. */
  readonly indented: boolean;
  readonly prompts: number;
  at(n: number): BestOfN | undefined;
}

/** One row a kind, then one an attribute of it; operators are left to the query. */
export function curveRows({ bestOfN = [] }: RunView): CurveRow[] {
  const firsts = bestOfN.filter(({ n, augmentation }) => n === 1 && augmentation === "");
  const place = ({ kind, attribute }: BestOfN) => `${ORDER.indexOf(kind)} ${attribute}`;
  return firsts
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
    .map(({ kind, attribute, prompts }) => ({
      label: attribute === "" ? KINDS[kind] : oneLine(attribute),
      indented: attribute !== "",
      prompts,
      at: (n) =>
        bestOfN.find(
          (one) => one.kind === kind && one.attribute === attribute && one.augmentation === "" && one.n === n,
        ),
    }));
}

/** What the figures are, and what they are to be held against. */
export function curveWords({ bestOfN = [] }: RunView): string {
  const blind = bestOfN[0]?.blind ?? 0;
  return `of n draws, half of them bad, the one with the highest reward is taken: a reward that cannot tell bad from good takes a bad one ${writeNumber("accuracy", blind)} of the time, whatever n. By operator: tare query best-of-n.`;
}

export function bestOfNSection(view: RunView, width: number, paint: Paint): string[] {
  const rows = curveRows(view);
  if (rows.length === 0) return [];
  const [head, ...lines] = tableLines(fitColumns(choicesOf(rows), width));
  return ["", paint.strong(head!), ...lines, ...wrap(`    ↳ ${curveWords(view)}`, width, 6).map(paint.quiet)];
}

function choicesOf(rows: readonly CurveRow[]): Choice[] {
  const labels = rows.map(({ label, indented }) => `${indented ? "    " : "  "}${label}`);
  const columns = SHOWN_N.map((n): Choice => {
    const found = rows.map((row) => row.at(n));
    const short = found.map((one) => writeNumber("accuracy", one?.taken ?? null));
    const long = found.map((one, row) =>
      `${short[row]} ${one === undefined ? "" : writeInterval("accuracy", one)}`.trim(),
    );
    const head = `best of ${n}`;
    return {
      optional: false,
      forms: [long, short].map((cells) => ({ head, cells, align: "right" as const })),
    };
  });
  const prompts = rows.map((row) => count(row.prompts));
  return [
    { optional: false, forms: [{ head: "BAD TEXT TAKEN BY", cells: labels, align: "left" }] },
    ...columns,
    { optional: true, forms: [{ head: "prompts", cells: prompts, align: "right" }] },
  ];
}
