import type { ScoreHistogram } from "../../../contract.js";
import { type Around, type Layer, type Plot, SMALL_LETTERS } from "../plot/plot.js";
import { scaleOf } from "../plot/scales.js";
import { BOLD_LETTERS, shortenTo } from "../plot/text-width.js";
import { wordLayers } from "../plot/words.js";

type Bins = ScoreHistogram["bins"];

/** One series as it is drawn: filled, or as an outline; so two of them are told apart without colour. */
export interface Series {
  readonly bins: Bins;
  readonly colour: string;
  readonly look: "filled" | "outline" | "dashed";
}

interface Frame {
  readonly title: string;
  readonly words: string;
  readonly outer: number;
  readonly height: number;
  readonly around: Around;
  /** Rewards, and the largest share of a bin, of all plots that stand together. */
  readonly domain: readonly [number, number];
  readonly most: number;
  readonly xTitle?: string;
}

const textsOf = (bins: Bins) => bins.reduce((sum, { texts }) => sum + texts, 0);

/** Largest share that one bin has of its series. */
export function fullestBin(series: readonly { readonly bins: Bins }[]): number {
  return Math.max(
    0,
    ...series.map(({ bins }) => Math.max(0, ...bins.map(({ texts }) => texts)) / textsOf(bins)),
  );
}

/** How rewards are spread: of each series the share of its texts in each bin. */
export function histogramPlot(series: readonly Series[], frame: Frame): Plot {
  const { title, words, outer, height, around, domain, most, xTitle } = frame;
  const x = scaleOf(domain, { ticks: 4, grid: false, ...(xTitle === undefined ? {} : { title: xTitle }) });
  const y = scaleOf([0, most * 1.05], { ticks: 3, share: true });
  const layers = series.map(({ bins, colour, look }): Layer => {
    const mark = `var(--${colour})`;
    return {
      data: { values: outlineOf(bins) },
      mark:
        look === "filled"
          ? { type: "line", fill: mark, fillOpacity: 0.45, stroke: mark, strokeWidth: 0 }
          : {
              type: "line",
              color: mark,
              strokeWidth: 1.5,
              ...(look === "dashed" ? { strokeDash: [3, 2] } : {}),
            },
      encoding: {
        x: { ...x, field: "score" },
        y: { ...y, field: "share" },
        order: { field: "at", type: "quantitative" },
      },
    };
  });
  const left = { x: -around.left };
  return {
    width: outer - around.left - around.right,
    height,
    around,
    layers: [
      ...layers,
      ...wordLayers([
        { ...left, text: shortenTo(title, outer, BOLD_LETTERS), y: -28, bold: true },
        {
          ...left,
          text: shortenTo(words, outer, SMALL_LETTERS),
          y: -12,
          colour: "faint",
          size: SMALL_LETTERS,
        },
      ]),
    ],
  };
}

/** The corners of the steps from left to right; bins that are left out are empty. */
function outlineOf(bins: Bins): { score: number; share: number; at: number }[] {
  const all = textsOf(bins);
  const corners = bins.flatMap(({ low, high, texts }, at) => {
    const before = bins[at - 1];
    const after = bins[at + 1];
    const apart = (a: number, b: number) => Math.abs(a - b) > (high - low) / 2;
    const share = texts / all;
    return [
      ...(before === undefined || apart(before.high, low) ? [{ score: low, share: 0 }] : []),
      { score: low, share },
      { score: high, share },
      ...(after === undefined || apart(after.low, high) ? [{ score: high, share: 0 }] : []),
    ];
  });
  return corners.map((corner, at) => ({ ...corner, at }));
}
