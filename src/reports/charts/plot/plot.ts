import type { TopLevelSpec } from "vega-lite";

export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

/** One coordinate system: its size in units of the viewBox, and what is drawn in it. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** Room for axes and titles around it. */
  readonly around: Around;
  readonly layers: readonly Layer[];
}

export interface Around {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width of every chart: shown at 400 px its smallest letters still have nine. */
export const WIDTH = 480;
/** Width of plots that stand in twos, with 10 between them, and in threes, with 8. */
export const HALF_WIDTH = (WIDTH - 10) / 2;
export const THIRD_WIDTH = Math.floor((WIDTH - 16) / 3);
export const LETTERS = 12;
export const SMALL_LETTERS = 11;

const CONFIG: NonNullable<TopLevelSpec["config"]> = {
  aria: false,
  background: "transparent",
  view: { stroke: null },
  axis: {
    labelColor: "var(--faint)",
    labelFontSize: SMALL_LETTERS,
    titleColor: "var(--faint)",
    titleFontSize: SMALL_LETTERS,
    titleFontWeight: "normal",
    titlePadding: 6,
    gridColor: "var(--grid)",
    domainColor: "var(--axis)",
    tickColor: "var(--axis)",
    tickSize: 4,
    labelFlush: false,
    tickRound: false,
  },
  mark: { color: "var(--series-1)" },
  text: { color: "var(--ink)", fontSize: LETTERS, baseline: "middle" },
  point: { size: 64, opacity: 1, strokeWidth: 1.5 },
  line: { strokeWidth: 2 },
  rule: { strokeWidth: 1.5 },
  tooltipFormat: {},
};

/** Without any size of its own choosing: the frame says where everything stands. */
export function plotSpec({ width, height, around, layers }: Plot): TopLevelSpec {
  return {
    width,
    height,
    padding: around,
    autosize: { type: "none" },
    layer: [...layers],
    config: CONFIG,
  };
}

export const outerWidth = ({ width, around }: Plot) => around.left + width + around.right;
export const outerHeight = ({ height, around }: Plot) => around.top + height + around.bottom;
