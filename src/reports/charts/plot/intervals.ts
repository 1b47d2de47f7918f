import type { Mark } from "./marks.js";
import { markFields } from "./marks.js";
import type { Layer } from "./plot.js";
import type { rowsOf, scaleOf } from "./scales.js";

/** A point with its interval, lying on a row. */
export interface Lying {
  /** In rows, from above. */
  readonly at: number;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly mark: Mark;
}

const LEFT = "M0.8,-1L-1.2,0L0.8,1Z";
const RIGHT = "M-0.8,-1L1.2,0L-0.8,1Z";

/** Rules, points, and arrowheads where an interval goes on outside of the plot. A missing bound ends at the estimate. */
export function intervalLayers(
  rows: readonly Lying[],
  x: ReturnType<typeof scaleOf>,
  y: ReturnType<typeof rowsOf>,
  size = 64,
): Layer[] {
  const [from, to] = x.scale.domain as [number, number];
  const seen = rows.flatMap(({ at, estimate, lower, upper, mark }) => {
    const ends = [lower ?? estimate, upper ?? estimate];
    if (ends[0] === null || ends[1] === null) return [];
    const [low, high] = [Math.max(from, ends[0]!), Math.min(to, ends[1]!)];
    return [{ at, low, high, cutLow: ends[0]! < from, cutHigh: ends[1]! > to, ...markFields(mark) }];
  });
  const arrows = seen.flatMap(({ at, cutLow, cutHigh, colour }) => [
    ...(cutLow ? [{ at, end: from, colour, shape: LEFT }] : []),
    ...(cutHigh ? [{ at, end: to, colour, shape: RIGHT }] : []),
  ]);
  const points = rows
    .filter(({ estimate }) => estimate !== null && estimate >= from && estimate <= to)
    .map(({ at, estimate, mark }) => ({ at, estimate, ...markFields(mark) }));
  return [
    {
      data: { values: seen },
      mark: { type: "rule", strokeWidth: 2 },
      encoding: {
        x: { ...x, field: "low" },
        x2: { field: "high" },
        y: { ...y, field: "at" },
        stroke: { field: "colour", type: "nominal", scale: null },
      },
    },
    pointLayer(arrows, { ...x, field: "end" }, { ...y, field: "at" }, "colour", 40),
    pointLayer(points, { ...x, field: "estimate" }, { ...y, field: "at" }, "fill", size),
  ];
}

/** Points that bring `colour`, `shape` and, for the inside, the field named by `fill`. */
export function pointLayer(
  values: readonly object[],
  x: object,
  y: object,
  fill: "colour" | "fill" = "fill",
  size = 64,
): Layer {
  return {
    data: { values: [...values] },
    mark: { type: "point", size, opacity: 1 },
    encoding: {
      x,
      y,
      stroke: { field: "colour", type: "nominal", scale: null },
      fill: { field: fill, type: "nominal", scale: null },
      shape: { field: "shape", type: "nominal", scale: null },
    },
  } as Layer;
}
