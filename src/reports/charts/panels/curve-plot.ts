import type { CurvePoint } from "../../../contract.js";
import { writeNumber } from "../../../rubric/wording.js";
import { figures } from "../../layout/words.js";
import { pointLayer } from "../plot/intervals.js";
import { markFields, SERIES_MARKS } from "../plot/marks.js";
import { HALF_WIDTH, type Layer, type Plot, SMALL_LETTERS } from "../plot/plot.js";
import { scaleOf } from "../plot/scales.js";
import { BOLD_LETTERS, shortenMiddle, shortenTo } from "../plot/text-width.js";
import { wordLayers } from "../plot/words.js";

/** What is known of one operator over its doses. */
export interface Curve {
  readonly name: string;
  /** Those with a mean, in the order of the dose. */
  readonly points: readonly CurvePoint[];
  /** The rule's, of the mean move; null where none is made. */
  readonly bound: number | null;
  readonly twoSided: boolean;
  /** SDs per doubling of tokens. */
  readonly slope: number | null;
  /** The first dose at which the monotone curve is beyond the bound. */
  readonly exceeding: number | null;
}

const AROUND = { left: 40, right: 14, top: 40, bottom: 26 };
const SIZE = { width: HALF_WIDTH - AROUND.left - AROUND.right, height: 120 };

export function curvePlot(
  { name, points, bound, twoSided, slope, exceeding }: Curve,
  domain: [number, number],
): Plot {
  const doses = points.map(({ dose }) => dose);
  const [least, most] = [Math.min(...doses), Math.max(...doses)];
  // Doses that multiply stand at equal steps.
  const log = least > 0 && most / least >= 3;
  const room = log ? (most / least) ** 0.06 : (most - least || 1) * 0.06;
  const ends: [number, number] = log ? [least / room, most * room] : [least - room, most + room];
  const x = scaleOf(ends, { values: doses, grid: false, log });
  const y = scaleOf(domain, { ticks: 4, signed: true });
  const values = points.map(({ dose, z, lower, upper, fit }) => ({
    ...{ dose, z, fit, ...markFields(SERIES_MARKS[0]!) },
    ...{ lower: within(lower ?? z!, domain), upper: within(upper ?? z!, domain) },
  }));
  const bounds = bound === null ? [] : twoSided ? [-bound, bound] : [bound];
  const width = SIZE.width + AROUND.left;
  const said = [
    ...(slope === null ? [] : [`slope ${writeNumber("slope", slope)}`]),
    ...(exceeding === null ? [] : [`past bound at ${figures(exceeding)}`]),
  ].join(", ");
  const layers: Layer[] = [
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: "rule", color: "var(--axis)", strokeWidth: 1 },
      encoding: { y: { ...y, field: "zero" } },
    },
    {
      data: { values: bounds.map((value) => ({ value })) },
      mark: { type: "rule", color: "var(--axis)", strokeDash: [4, 3], strokeWidth: 1 },
      encoding: { y: { ...y, field: "value" } },
    },
    {
      data: { values },
      mark: { type: "area", color: "var(--series-1)", fillOpacity: 0.2 },
      encoding: { x: { ...x, field: "dose" }, y: { ...y, field: "lower" }, y2: { field: "upper" } },
    },
    {
      data: { values: values.filter(({ fit }) => fit !== null) },
      mark: { type: "line", color: "var(--series-2)" },
      encoding: { x: { ...x, field: "dose" }, y: { ...y, field: "fit" } },
    },
    pointLayer(values, { ...x, field: "dose" }, { ...y, field: "z" }, "fill", 40),
    ...wordLayers([
      { text: shortenMiddle(name, width, BOLD_LETTERS), x: -AROUND.left, y: -28, bold: true },
      {
        ...{ text: shortenTo(said, width, SMALL_LETTERS), x: -AROUND.left, y: -12 },
        ...{ colour: "faint", size: SMALL_LETTERS },
      },
    ]),
  ];
  return { ...SIZE, around: AROUND, layers };
}

const within = (value: number, [low, high]: readonly [number, number]) =>
  Math.min(high, Math.max(low, value));
