import type { Placed } from "./chart.js";
import { outerHeight, outerWidth, type Plot } from "./plot.js";

/** Plots from left to right, `columns` a row, rows below each other; a row is as high as its highest. */
export function grid(plots: readonly Plot[], columns: number, top = 0, gap = 10): Placed[] {
  const placed: Placed[] = [];
  let y = top;
  for (let start = 0; start < plots.length; start += columns) {
    const row = plots.slice(start, start + columns);
    let x = 0;
    for (const plot of row) {
      placed.push({ plot, x, y });
      x += outerWidth(plot) + gap;
    }
    y += Math.max(...row.map(outerHeight)) + gap;
  }
  return placed;
}

export const stack = (plots: readonly Plot[], top = 0, gap = 10): Placed[] => grid(plots, 1, top, gap);

/** Where the lowest of them ends. */
export const bottomOf = (placed: readonly Placed[]): number =>
  Math.max(0, ...placed.map(({ plot, y }) => y + outerHeight(plot)));
