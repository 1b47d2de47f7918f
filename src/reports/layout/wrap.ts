import stringWidth from "string-width";

/** Lines of at most `width` columns; those after the first are indented by `hang`. A figure stays with its `%` or SD. */
export function wrap(text: string, width: number, hang = 0): string[] {
  const lines: string[] = [];
  const body = text.trimStart();
  let line = text.slice(0, text.length - body.length);
  for (const word of body.split(/ (?!%|SD\b)/)) {
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
export function wrapFacts(facts: readonly string[], width: number): string[] {
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
function cut(text: string, width: number): string {
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

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - stringWidth(text))) + text;
}
