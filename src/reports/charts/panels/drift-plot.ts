import type { Effect } from "../../../contract.js";
import { pointLayer } from "../plot/intervals.js";
import { operatorLabel } from "../plot/label.js";
import { DIAMOND, type Mark, markFields } from "../plot/marks.js";
import { placeLabels } from "../plot/place-labels.js";
import { type Layer, type Plot, SMALL_LETTERS, WIDTH } from "../plot/plot.js";
import { scaleOf } from "../plot/scales.js";
import { wordLayers } from "../plot/words.js";

export const AGREES: Mark = { colour: "var(--series-1)", shape: "circle", hollow: false };
export const DISAGREES: Mark = { colour: "var(--series-2)", shape: DIAMOND, hollow: true };

const AROUND = { left: 46, right: 104, top: 26, bottom: 40 };
/** Square: the line of no drift lies at 45 degrees. */
const SIDE = WIDTH - AROUND.left - AROUND.right;
/** More would hide each other; the table has them all. */
const MOST_POINTS = 150;
/** What lies on the line needs no name. */
const MOST_NAMES = 12;

/** Raw across, adjusted up, both with their intervals. */
export function driftPlot(effects: readonly Effect[], domain: [number, number]): Plot {
  const [low, high] = domain;
  const x = scaleOf(domain, { title: "raw effect (SDs)", signed: true });
  const y = scaleOf(domain, { signed: true });
  // The first are drawn last: those that disagree lie on top.
  const shown = effects.slice(0, MOST_POINTS).reverse();
  const cut = (value: number | null, otherwise: number) => Math.min(high, Math.max(low, value ?? otherwise));
  const values = shown.map((one) => ({
    ...{ raw: one.estimate!, adjusted: one.adjusted! },
    ...{ left: cut(one.lower, one.estimate!), right: cut(one.upper, one.estimate!) },
    ...{ bottom: cut(one.adjustedLower, one.adjusted!), top: cut(one.adjustedUpper, one.adjusted!) },
    ...markFields(one.disagrees ? DISAGREES : AGREES),
  }));
  const across = (value: number) => ((value - low) / (high - low)) * SIDE;
  const up = (value: number) => SIDE - across(value);
  const points = values.map(({ raw, adjusted }) => ({ x: across(raw), y: up(adjusted) }));
  // Those that disagree, then those that the adjustment moves most.
  const moved = ({ estimate, adjusted }: Effect) => Math.abs(adjusted! - estimate!);
  const order = shown.map((_, at) => at);
  order.sort(
    (a, b) =>
      Number(shown[b]!.disagrees) - Number(shown[a]!.disagrees) || moved(shown[b]!) - moved(shown[a]!),
  );
  const names = placeLabels(
    order.slice(0, MOST_NAMES).map((at) => ({ text: operatorLabel(shown[at]!), ...points[at]! })),
    points,
    { width: SIDE + AROUND.right, height: SIDE },
    values.flatMap(({ raw, adjusted, left, right, top, bottom }) => [
      { left: across(left), right: across(right), top: up(adjusted) - 1, bottom: up(adjusted) + 1 },
      { left: across(raw) - 1, right: across(raw) + 1, top: up(top), bottom: up(bottom) },
    ]),
  );
  const stroke = { field: "colour", type: "nominal", scale: null } as const;
  const thin = { type: "rule", strokeWidth: 1, opacity: 0.55 } as const;
  const lines: Layer[] = [
    {
      data: { values: [{ low, high }] },
      mark: { type: "rule", color: "var(--axis)", strokeDash: [4, 3], strokeWidth: 1 },
      encoding: {
        x: { ...x, field: "low" },
        x2: { field: "high" },
        y: { ...y, field: "low" },
        y2: { field: "high" },
      },
    },
    {
      data: { values },
      mark: thin,
      encoding: {
        x: { ...x, field: "left" },
        x2: { field: "right" },
        y: { ...y, field: "adjusted" },
        stroke,
      },
    },
    {
      data: { values },
      mark: thin,
      encoding: { x: { ...x, field: "raw" }, y: { ...y, field: "bottom" }, y2: { field: "top" }, stroke },
    },
  ];
  const unnamed = effects.length - names.length;
  const above = { y: -14, colour: "faint", size: SMALL_LETTERS };
  return {
    width: SIDE,
    height: SIDE,
    around: AROUND,
    layers: [
      ...lines,
      pointLayer(values, { ...x, field: "raw" }, { ...y, field: "adjusted" }, "fill", 48),
      ...wordLayers([
        ...names,
        { ...above, x: -AROUND.left, text: "adjusted effect (SDs)" },
        {
          ...{ ...above, x: SIDE + AROUND.right - 3, align: "right" },
          text: unnamed === 0 ? "" : `${unnamed} of ${effects.length} without a name: see the table`,
        },
      ]),
    ],
  };
}
