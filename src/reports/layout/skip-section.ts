import type { RunView } from "../../contract.js";
import type { Paint } from "./paint.js";
import { skipLines } from "./skips.js";
import { shareBar } from "./sparkline.js";
import { textWidth } from "./text-width.js";
import { count, oneLine } from "./words.js";
import { padEnd, padStart, shortenLabel, wrap } from "./wrap.js";

const BAR = 8;
/** Below this width the reasons need the room that the bar would take. */
const BAR_FROM = 72;

/** Why operators did not apply: the count, drawn as the share of what was asked for, and the reasons. */
export function skipSection(view: RunView, width: number, paint: Paint): string[] {
  const lines = skipLines(view);
  if (lines.length === 0) return [];
  const labels = lines.map(({ label }) => shortenLabel(oneLine(label), Math.floor(width / 2)));
  const label = Math.max(...labels.map((one) => textWidth(one)));
  const total = Math.max(...lines.map((line) => count(line.total).length));
  const texts = lines.flatMap((line, index) => {
    const bar = width < BAR_FROM ? "" : `${shareBar(line.total / line.of, BAR)}  `;
    const lead = `  ${padEnd(labels[index]!, label)}  ${padStart(count(line.total), total)}  ${bar}`;
    return wrap(`${lead}${oneLine(line.reasons)}`, width, textWidth(lead));
  });
  return ["", paint.strong("NOT APPLIED"), ...texts.map(paint.quiet)];
}
