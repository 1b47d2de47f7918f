/** What stands for a drawn character or a typographic sign where there is only ASCII: one column for one column. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  ...{ "−": "-", "—": "-", "–": "-", "─": "-", "·": "|", "…": "~", "→": ">", "↳": ">", "↑": "^", "×": "x" },
  ...{ "✓": "+", "✗": "x", "│": "|", "┼": "+", "●": "o", "◂": "<", "▸": ">", "∞": "*", "⏎": "$" },
  ...{ "▁": "_", "▂": ".", "▃": ":", "▄": "-", "▅": "=", "▆": "+", "▇": "*", "█": "#" },
  ...{ "▉": "#", "▊": "#", "▋": "#", "▌": "=", "▍": "-", "▎": "-", "▏": "-", "░": ".", "±": "+-" },
};
const PATTERN = new RegExp(`[${Object.keys(STANDS_FOR).join("")}]`, "gu");

/** The only sign that takes two columns: a layout that is to become ASCII leaves that many at the end of a line. */
export const ASCII_SPARE = 4;

/** The text with tare's own signs in ASCII; what else it holds (names) stays. Columns stay in line. */
export function toAscii(text: string): string {
  return text.replace(PATTERN, (sign) => STANDS_FOR[sign]!);
}
