import { harmless } from "../reports/layout/harmless.js";
import { type Kind, type Line, layLines, type Span } from "./lay-lines.js";
import type { Sheet } from "./sheet.js";

/** Lines of a shortened text: a prompt is known by its beginning. */
const SHORT = 4;
const INDENT = 2;
const TAB = "    ";

/** A text of the data, indented; shortened to its beginning unless the sheet is full, and then with the count of the rest. */
export function textLines(text: string, sheet: Sheet): string[] {
  return shortened([{ kind: "same", text: plain(text) }], sheet);
}

/** The same of spans that are of several kinds. */
export function shortened(spans: readonly Span[], sheet: Sheet): string[] {
  const lines = layLines(spans, sheet.width - INDENT);
  // One line more than is kept is no shorter told than shown.
  if (sheet.full || lines.length <= SHORT + 1) return lines.map((line) => written(line, sheet));
  const rest = lines.slice(SHORT);
  const words = rest.flatMap((line) => line.flatMap(({ text }) => text.match(/\S+/gu) ?? [])).length;
  const note = `… ${words.toLocaleString("en-US")} more words in ${rest.length} lines: --full`;
  return [...lines.slice(0, SHORT), [{ kind: "note", text: sheet.sign(note) } as const]].map((line) =>
    written(line, sheet),
  );
}

/** Every line, whatever their number. */
export function allLines(spans: readonly Span[], sheet: Sheet): string[] {
  return layLines(spans, sheet.width - INDENT).map((line) => written(line, sheet));
}

/** What a terminal may be given of a text. */
export function plain(text: string): string {
  return harmless(text.replace(/\r\n/g, "\n")).replaceAll("\t", TAB);
}

function written(line: Line, sheet: Sheet): string {
  const paint: Readonly<Record<Kind, (text: string) => string>> = {
    same: (text) => text,
    gone: sheet.gone,
    new: sheet.fresh,
    note: sheet.paint.quiet,
  };
  if (line.length === 0) return "";
  return " ".repeat(INDENT) + line.map(({ kind, text }) => paint[kind](text)).join("");
}
