import stringWidth from "string-width";

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
    if (stringWidth(longer) <= width || line.trim() === "") line = longer;
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
    if (lines.length > 0 && stringWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(fact);
  }
  return lines.flatMap((line) => wrap(line, width, 2));
}

/** A single word longer than the line (a path) is cut where the line ends. */
function breakLong(line: string, width: number): string[] {
  if (stringWidth(line) <= width) return [line];
  const head = cut(line, width);
  return [head, ...breakLong(line.slice(head.length), width)];
}

/** The longest head of the text that fits, never half a character. */
export function cut(text: string, width: number): string {
  let head = "";
  for (const { segment } of new Intl.Segmenter("en").segment(text)) {
    if (head !== "" && stringWidth(head + segment) > width) break;
    head += segment;
  }
  return head;
}

/** The text, or its head and an ellipsis. */
export function shorten(text: string, width: number): string {
  return stringWidth(text) <= width ? text : `${cut(text, Math.max(1, width - 1))}…`;
}

/** The text, or its head and its tail around an ellipsis. */
export function shortenMiddle(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const tail = [...new Intl.Segmenter("en").segment(text)]
    .map(({ segment }) => segment)
    .slice(-Math.floor(width / 2));
  while (stringWidth(tail.join("")) > width / 2) tail.shift();
  return `${cut(text, width - 1 - stringWidth(tail.join("")))}…${tail.join("")}`;
}

/** `a-long-name@4` as `a-lo…@4`: the dose is a number, and is not cut. */
export function shortenLabel(label: string, width: number): string {
  const dose = /@[\d./]+$/.exec(label)?.[0] ?? "";
  if (dose === "" || stringWidth(dose) > width / 2) return shorten(label, width);
  return shorten(label, width) === label
    ? label
    : `${shorten(label.slice(0, -dose.length), width - stringWidth(dose))}${dose}`;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - stringWidth(text))) + text;
}
