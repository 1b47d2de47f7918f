import type { Panel } from "../panel.js";
import type { Chart } from "./chart.js";
import { drawPlot } from "./draw.js";
import { WIDTH } from "./plot.js";
import { bottomOf } from "./stack.js";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/gu, (character) => ESCAPES[character]!);

/** Draws a chart: an image with a name and a description, of the width it is given. */
export async function drawChart({ plots, ...chart }: Chart): Promise<Panel> {
  const { id, title, summary } = chart;
  const drawn: string[] = [];
  for (const { plot, x, y } of plots) {
    drawn.push(`<g transform="translate(${x},${y})">${await drawPlot(plot)}</g>`);
  }
  const names = `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(summary)}</desc>`;
  const size = `viewBox="0 0 ${WIDTH} ${Math.ceil(bottomOf(plots))}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" width="640" ${size}>${names}${drawn.join("")}</svg>`;
  return { ...chart, svg };
}
