import { lettersOf, textWidth } from "../reports/layout/text-width.js";

export type Kind = "same" | "gone" | "new" | "note";

/** A stretch of text of one kind, harmless to the terminal, without tabs. */
export interface Span {
  readonly kind: Kind;
  readonly text: string;
}

export type Line = readonly Span[];

/**
 * Spans as lines of at most `width` columns, broken at white space where there is any, and between two characters where a
 * word is longer than a line (or the script has no spaces). Line breaks and the indentation behind them stay.
 */
export function layLines(spans: readonly Span[], width: number): Line[] {
  const lines: Line[] = [];
  let line: Span[] = [];
  let column = 0;
  const end = () => {
    lines.push(trimmed(line));
    [line, column] = [[], 0];
  };
  const put = (kind: Kind, text: string, wide: number) => {
    const last = line.at(-1);
    if (last?.kind === kind) line[line.length - 1] = { kind, text: last.text + text };
    else line.push({ kind, text });
    column += wide;
  };
  for (const { kind, text } of spans)
    for (const token of text.match(/\n|[^\S\n]+|\S+/gu) ?? []) {
      if (token === "\n") {
        end();
        continue;
      }
      const wide = textWidth(token);
      const space = token.trim() === "";
      if (column + wide <= width) put(kind, token, wide);
      else if (space) end();
      else if (wide <= width) {
        end();
        put(kind, token, wide);
      } else
        for (const letter of lettersOf(token)) {
          const one = textWidth(letter);
          if (column + one > width) end();
          put(kind, letter, one);
        }
    }
  if (line.length > 0 || lines.length === 0) end();
  return lines;
}

/** White space at the end of a line shows nothing. */
function trimmed(line: readonly Span[]): Line {
  const last = line.at(-1);
  if (last === undefined) return line;
  const text = last.text.trimEnd();
  if (text !== "") return [...line.slice(0, -1), { ...last, text }];
  return trimmed(line.slice(0, -1));
}
