import type { Paragraph, Root } from "mdast";

/** Anything that markdown, its extensions or its preprocessing could read as more than a paragraph. */
const MARKUP =
  /[*_#>`~|[\]<$\\&\t\r\0\f\v\uFEFF@]|^ {0,3}(?:[-+](?:\s|$)|\d{1,9}[.)](?:\s|$)|-[- ]*$|=+ *$)|^ {4}|https?:|www\./imu;

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * The tree of a text without markup, some fifty times faster than the full parser, which weighs on large
 * data sets; undefined where the parser is needed. Hard line breaks stay inside the text node.
 */
export function parsePlain(text: string): Root | undefined {
  if (MARKUP.test(text)) return undefined;
  const paragraphs: Paragraph[] = [];
  let open: { readonly start: Point; end: Point; content: Point } | undefined;
  const close = () => {
    if (open === undefined) return;
    const { start, end, content } = open;
    const value = text.slice(start.offset, content.offset);
    const child = { type: "text" as const, value, position: { start, end: content } };
    // Trailing spaces belong to the paragraph, not to its text.
    paragraphs.push({ type: "paragraph", position: { start, end }, children: [child] });
    open = undefined;
  };
  let offset = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const indent = line.length - line.replace(/^ +/u, "").length;
    const length = line.replace(/(?<! ) +$/u, "").length;
    if (length === 0) close();
    else {
      open ??= {
        start: { line: index + 1, column: indent + 1, offset: offset + indent },
        end: ORIGIN,
        content: ORIGIN,
      };
      open.end = { line: index + 1, column: line.length + 1, offset: offset + line.length };
      open.content = { line: index + 1, column: length + 1, offset: offset + length };
    }
    offset += line.length + 1;
  }
  close();
  return { type: "root", children: paragraphs };
}

const ORIGIN: Point = { line: 1, column: 1, offset: 0 };
