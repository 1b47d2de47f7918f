import { lettersOf, textWidth } from "./text-width.js";

/** Past this the eye loses the line: prose ends here, tables may go on. */
export const WIDEST_PROSE = 120;

/**
 * Lines of at most `width` columns; those after the first are indented by `hang`. A figure stays with its `%` or SD, and `<` with
 * its number.
 */
export function wrap(text: string, room: number, hang = 0): string[] {
  const width = Math.min(room, WIDEST_PROSE);
  const lines: string[] = [];
  const body = text.trimStart();
  let line = text.slice(0, text.length - body.length);
  for (const word of body.split(/(?<! [<>=]) (?!%|SD\b)/)) {
    const longer = line.trim() === "" ? line + word : `${line} ${word}`;
    if (textWidth(longer) <= width || line.trim() === "") line = longer;
    else {
      lines.push(line);
      line = `${" ".repeat(hang)}${word}`;
    }
  }
  return [...lines, line].flatMap((one) => breakLong(one, width));
}

/** Facts joined by ` · `, broken between two of them where that is possible. */
export function wrapFacts(facts: readonly string[], room: number): string[] {
  const width = Math.min(room, WIDEST_PROSE);
  const lines: string[] = [];
  for (const fact of facts) {
    const longer = lines.length === 0 ? fact : `${lines.at(-1)} · ${fact}`;
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(fact);
  }
  return lines.flatMap((line) => wrap(line, width, 2));
}

/** A single word longer than the line (a path) is cut where the line ends. */
function breakLong(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line;
  for (let head = cut(rest, width); head.length < rest.length; head = cut(rest, width)) {
    lines.push(head);
    rest = rest.slice(head.length);
  }
  return [...lines, rest];
}

/** The longest head of the text that fits, never half a character and at least one. */
export function cut(text: string, width: number): string {
  let [length, columns] = [0, 0];
  for (const letter of lettersOf(text)) {
    columns += textWidth(letter);
    if (length > 0 && columns > width) break;
    length += letter.length;
  }
  return text.slice(0, length);
}

/** The text, or its head and an ellipsis. */
export function shorten(text: string, width: number): string {
  return textWidth(text) <= width ? text : `${cut(text, Math.max(1, width - 1))}…`;
}

/** The text, or its head and its tail around an ellipsis. */
export function shortenMiddle(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const tail = [...new Intl.Segmenter("en").segment(text)]
    .map(({ segment }) => segment)
    .slice(-Math.floor(width / 2));
  while (textWidth(tail.join("")) > width / 2) tail.shift();
  return `${cut(text, width - 1 - textWidth(tail.join("")))}…${tail.join("")}`;
}

/** `a-long-name@4` as `a-lo…@4`: the dose is a number, and is not cut. */
export function shortenLabel(label: string, width: number): string {
  const dose = /@[\d./]+$/.exec(label)?.[0] ?? "";
  if (dose === "" || textWidth(dose) > width / 2) return shorten(label, width);
  return shorten(label, width) === label
    ? label
    : `${shorten(label.slice(0, -dose.length), width - textWidth(dose))}${dose}`;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - textWidth(text))) + text;
}
