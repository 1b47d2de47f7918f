import type { CurvePoint, RunView } from "../../contract.js";
import { writeNumber } from "../../rubric/wording.js";
import { type Choice, fitColumns, tableLines } from "./columns.js";
import type { Paint } from "./paint.js";
import { sparkline } from "./sparkline.js";
import { count, figures, oneLine } from "./words.js";
import { shortenLabel, wrap } from "./wrap.js";

interface Curve {
  readonly label: string;
  /** In the order of doses. */
  readonly points: readonly CurvePoint[];
}

/** One curve an operator, of those that were seen at several doses. */
function curvesOf({ curves }: RunView): Curve[] {
  const firsts = curves.filter((point, index) => index === curves.findIndex((one) => sameCurve(one, point)));
  return firsts
    .map((first) => ({
      label: oneLine(first.augmentation),
      points: curves.filter((one) => sameCurve(one, first)).sort((a, b) => a.dose - b.dose),
    }))
    .filter(({ points }) => points.length > 1);
}

function sameCurve(one: CurvePoint, other: CurvePoint): boolean {
  return one.augmentation === other.augmentation && one.attribute === other.attribute;
}

/** How the reward answers to the dose, one line an operator; all curves share one scale, and it holds 0. */
export function curveSection(view: RunView, width: number, paint: Paint): string[] {
  const curves = curvesOf(view);
  if (curves.length === 0) return [];
  const known = curves.flatMap(({ points }) => points.flatMap(({ z }) => z ?? []));
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const [head, ...lines] = tableLines(fitColumns(choicesOf(curves, low, high), width));
  const scale = `one scale for all: ▁ is ${writeNumber("bias", low)} SD, █ ${writeNumber("bias", high)} SD`;
  const words = `the mean move of the reward at each dose, over the texts seen at every dose; ${scale}. With bounds: tare query response-curve.`;
  return ["", paint.strong(head!), ...lines, ...wrap(`    ↳ ${words}`, width, 6).map(paint.quiet)];
}

function choicesOf(curves: readonly Curve[], low: number, high: number): Choice[] {
  const at = ({ dose, z }: CurvePoint) => `${figures(dose)}: ${writeNumber("bias", z)}`;
  const most = Math.max(...curves.map(({ points }) => points.length));
  const each = Array.from({ length: most }, (_, place) =>
    curves.map(({ points }) => (points[place] === undefined ? "" : at(points[place]))),
  );
  const widths = each.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const all = curves.map((_, row) =>
    each.map((cells, place) => cells[row]!.padEnd(widths[place]!)).join("  "),
  );
  const ends = curves.map(({ points }) => `${at(points[0]!)} → ${at(points.at(-1)!)}`);
  const head = "dose: z";
  const texts = curves.map(({ points }) => count(Math.max(...points.map(({ n }) => n))));
  return [
    {
      ...{ optional: false, turn: 1, clip: shortenLabel },
      forms: [{ head: "BY DOSE", cells: curves.map(({ label }) => `  ${label}`), align: "left" }],
    },
    {
      optional: false,
      forms: [
        {
          head: "curve",
          cells: curves.map(({ points }) =>
            sparkline(
              points.map(({ z }) => z),
              low,
              high,
            ),
          ),
          align: "left",
        },
      ],
    },
    {
      optional: false,
      forms: [all, ends].map((cells) => ({
        head,
        cells: cells.map((cell) => cell.trimEnd()),
        align: "left" as const,
      })),
    },
    { optional: true, turn: 2, forms: [{ head: "texts", cells: texts, align: "right" }] },
  ];
}
