import type { Mark } from "./marks.js";
import { markFields } from "./marks.js";
import { type Layer, type Plot, SMALL_LETTERS, WIDTH } from "./plot.js";
import { textWidth } from "./text-width.js";
import { wordLayers } from "./words.js";

/** What a sign of the chart means: a point's look, a patch of colour, or a line. */
export interface KeyEntry {
  readonly text: string;
  readonly mark?: Mark;
  /** A patch: a custom property, and how much of the paper shines through. */
  readonly patch?: { readonly colour: string; readonly opacity?: number; readonly letter?: string };
  readonly line?: { readonly colour: string; readonly dash?: readonly number[] };
}

const SIGN = 20;
const GAP = 14;
const LINE = 18;

/** Words alone begin where a sign would. */
const signOf = ({ mark, patch, line }: KeyEntry) => ((mark ?? patch ?? line) ? SIGN : 0);

/** The signs of a chart in a row, in as many lines as they need. */
export function keyPlot(entries: readonly KeyEntry[], width = WIDTH): Plot {
  const placed: { readonly entry: KeyEntry; readonly x: number; readonly y: number }[] = [];
  let [x, y] = [0, LINE / 2];
  for (const entry of entries) {
    const need = signOf(entry) + textWidth(entry.text, SMALL_LETTERS);
    if (x > 0 && x + need > width) [x, y] = [0, y + LINE];
    placed.push({ entry, x, y });
    x += need + GAP;
  }
  const height = entries.length === 0 ? 0 : y + LINE / 2;
  const pixels = { type: "quantitative", scale: null, axis: null } as const;
  const at = { x: { ...pixels, field: "x" }, y: { ...pixels, field: "y" } };
  const look = { field: "colour", type: "nominal", scale: null } as const;
  const lines = placed.flatMap(({ entry: { line }, x, y }) =>
    line === undefined
      ? []
      : [{ x, x2: x + 16, y, colour: `var(--${line.colour})`, dash: line.dash ?? [1, 0] }],
  );
  const patches = placed.flatMap(({ entry: { patch }, x, y }) =>
    patch === undefined
      ? []
      : [
          {
            x: x + 1,
            x2: x + 15,
            y: y - 6,
            y2: y + 6,
            colour: `var(--${patch.colour})`,
            opacity: patch.opacity ?? 1,
          },
        ],
  );
  const points = placed.flatMap(({ entry: { mark }, x, y }) =>
    mark === undefined ? [] : [{ x: x + 8, y, ...markFields(mark) }],
  );
  const layers: Layer[] = [
    {
      data: { values: patches },
      mark: { type: "rect" },
      encoding: {
        ...at,
        x2: { field: "x2" },
        y2: { field: "y2" },
        fill: look,
        fillOpacity: { field: "opacity", type: "quantitative", scale: null },
      },
    },
    {
      data: { values: lines },
      mark: { type: "rule", strokeWidth: 2 },
      encoding: {
        ...at,
        x2: { field: "x2" },
        stroke: look,
        strokeDash: { field: "dash", type: "nominal", scale: null },
      },
    },
    {
      data: { values: points },
      mark: { type: "point", size: 64, opacity: 1 },
      encoding: {
        ...at,
        stroke: look,
        fill: { ...look, field: "fill" },
        shape: { ...look, field: "shape" },
      },
    },
    ...wordLayers(
      placed.map(({ entry, x, y }) => ({
        text: entry.text,
        x: x + signOf(entry),
        y,
        colour: "faint",
        size: SMALL_LETTERS,
      })),
    ),
  ];
  return { width, height, around: { left: 0, right: 0, top: 0, bottom: 0 }, layers };
}
