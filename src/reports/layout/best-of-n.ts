import type { BadKind, BestOfN, RunView } from "../../contract.js";
import { writeInterval, writeNumber } from "../../rubric/wording.js";
import { type Choice, fitColumns, tableLines } from "./columns.js";
import type { Paint } from "./paint.js";
import { sparkline } from "./sparkline.js";
import { count, oneLine } from "./words.js";
import { shorten, wrap } from "./wrap.js";

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
  /** Every n that was worked out, in order. */
  readonly whole: readonly BestOfN[];
  at(n: number): BestOfN | undefined;
}

/** One row a kind, then one an attribute of it; operators are left to the query. */
export function curveRows({ bestOfN = [] }: RunView): CurveRow[] {
  const firsts = bestOfN.filter(({ n, augmentation }) => n === 1 && augmentation === "");
  const place = ({ kind, attribute }: BestOfN) => `${ORDER.indexOf(kind)} ${attribute}`;
  return firsts
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
    .map(({ kind, attribute, prompts }) => {
      const whole = bestOfN
        .filter((one) => one.kind === kind && one.attribute === attribute && one.augmentation === "")
        .sort((a, b) => a.n - b.n);
      return {
        label: attribute === "" ? KINDS[kind] : oneLine(attribute),
        indented: attribute !== "",
        prompts,
        whole,
        at: (n) => whole.find((one) => one.n === n),
      };
    });
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
  const last = Math.max(...rows.flatMap(({ whole }) => whole.map(({ n }) => n)));
  const scale = `The curve runs over n from 1 to ${last}; ▁ is 0 %, █ 100 %.`;
  const words = wrap(`    ↳ ${curveWords(view)} ${scale}`, width, 6);
  return ["", paint.strong(head!), ...lines, ...words.map(paint.quiet)];
}

function choicesOf(rows: readonly CurveRow[]): Choice[] {
  const labels = rows.map(({ label, indented }) => `${indented ? "    " : "  "}${label}`);
  const columns = SHOWN_N.map((n): Choice => {
    const found = rows.map((row) => row.at(n));
    const short = found.map((one) => writeNumber("accuracy", one?.taken ?? null));
    const long = found.map((one, row) =>
      `${short[row]} ${one === undefined ? "" : writeInterval("accuracy", one)}`.trim(),
    );
    const form = (head: string, cells: readonly string[]) => ({ head, cells, align: "right" as const });
    return {
      optional: false,
      forms: [form(`best of ${n}`, long), form(`best of ${n}`, short), form(`of ${n}`, short)],
    };
  });
  const curves = rows.map(({ whole }) =>
    sparkline(
      whole.map(({ taken }) => taken),
      0,
      1,
    ),
  );
  const prompts = rows.map((row) => count(row.prompts));
  return [
    {
      ...{ optional: false, turn: -1, clip: shorten },
      forms: [{ head: "BAD TEXT TAKEN BY", cells: labels, align: "left" }],
    },
    { optional: true, turn: -1, forms: [{ head: "curve", cells: curves, align: "left" }] },
    ...columns,
    { optional: true, turn: 1, forms: [{ head: "prompts", cells: prompts, align: "right" }] },
  ];
}
