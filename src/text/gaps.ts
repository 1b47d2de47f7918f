import { blocks } from "./blocks.js";
import { parseMarkdown, spanOf } from "./markdown.js";
import { plainSentences } from "./prose.js";
import { untouchable } from "./protected-spans.js";
import { type Span, touchesAny } from "./span.js";

export interface Gap extends Span {
  /** `blank-line`: ends right after a line break; `space`: one space inside a line. */
  readonly kind: "space" | "blank-line";
}

/**
 * White space that can be widened without changing what the markdown means: single spaces after
 * sentences (between words, where no sentence follows another), and blank lines between top-level blocks.
 */
export function looseGaps(text: string): Gap[] {
  const between = afterSentences(text);
  const spaces = between.length > 0 ? between : betweenWords(text);
  return [...spaces, ...blankLines(text)].sort((a, b) => a.start - b.start);
}

function afterSentences(text: string): Gap[] {
  return plainSentences(text).flatMap(({ end, block }) => spaceAt(text, end, block.end));
}

function betweenWords(text: string): Gap[] {
  return blocks(text)
    .filter(({ kind }) => kind !== "cell")
    .flatMap((block) =>
      [...text.slice(block.start, block.end).matchAll(/(?<=\p{L}) (?=\p{L})/gu)].flatMap((match) =>
        spaceAt(text, block.start + match.index, block.end),
      ),
    );
}

function spaceAt(text: string, at: number, blockEnd: number): Gap[] {
  const gap: Gap = { start: at, end: at + 1, kind: "space" };
  const fits =
    at + 1 < blockEnd && /^ \S/u.test(text.slice(at, at + 2)) && !touchesAny(gap, untouchable(text));
  return fits ? [gap] : [];
}

function blankLines(text: string): Gap[] {
  const top = parseMarkdown(text).children.map(spanOf);
  return top.slice(1).flatMap((block, index): Gap[] => {
    const start = top[index]!.end;
    const gap = text.slice(start, block.start);
    const last = start + gap.lastIndexOf("\n") + 1;
    const isPlain = /^\s*\n\s*\n\s*$/u.test(gap);
    return isPlain && !touchesAny({ start, end: last }, untouchable(text))
      ? [{ start, end: last, kind: "blank-line" }]
      : [];
  });
}
