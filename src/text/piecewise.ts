import type { List, ListItem, Nodes, Root, RootContent } from "mdast";
import { parseFully } from "./full-parse.js";
import { memory } from "./memory.js";
import { parseSources } from "./parse-sources.js";
import { piecesOf } from "./pieces.js";
import { shifted } from "./shifted.js";
import type { Span } from "./span.js";

/** By its source: what a piece, or one item of a list, is read as where it stands alone. */
const known = memory<readonly RootContent[]>(4000);

/**
 * The tree of a text as `parseFully` reads it (but for the root's position), from its pieces: a changed text shares most
 * of them with the text that it was made of, and only the others are parsed. Where not all pieces are `wanted`, of the others none is.
 */
export function parsePiecewise(text: string, wanted?: (piece: string) => boolean): Root {
  const all = piecesOf(text);
  if (all === undefined) return parseFully(text);
  const pieces = wanted === undefined ? all : all.filter(({ start, end }) => wanted(text.slice(start, end)));
  const read = nodesOf(
    text,
    pieces.flatMap((piece) => piece.items ?? [piece]),
  );
  const whole = pieces.filter(({ items }) => items?.some((item) => itemOf(text, item, read) === undefined));
  for (const [source, nodes] of nodesOf(text, whole)) read.set(source, nodes);
  for (const piece of pieces) {
    const nodes = read.get(text.slice(piece.start, piece.end));
    if (nodes !== undefined && !endsClosed(text.slice(piece.start, piece.end), nodes))
      return parseFully(text);
  }
  const children: RootContent[] = [];
  const lineAt = lineCounter(text);
  for (const piece of pieces) {
    if (piece.items !== undefined && !whole.includes(piece))
      children.push(listOf(text, piece.items, read, lineAt));
    else {
      const line = lineAt(piece.start);
      for (const node of read.get(text.slice(piece.start, piece.end))!)
        children.push(shifted(node, piece.start, line));
    }
  }
  return { type: "root", children };
}

/** What the spans hold by their source: what is known of them, and the others parsed together. */
function nodesOf(text: string, spans: readonly Span[]): Map<string, readonly RootContent[]> {
  const read = new Map<string, readonly RootContent[]>();
  const missing = new Set<string>();
  for (const { start, end } of spans) {
    const source = text.slice(start, end);
    const nodes = known.get(source);
    if (nodes === undefined) missing.add(source);
    else read.set(source, nodes);
  }
  for (const [source, nodes] of parseSources([...missing])) {
    known.set(source, nodes);
    read.set(source, nodes);
  }
  return read;
}

/** The items of one list put together. */
function listOf(
  text: string,
  spans: readonly Span[],
  read: ReadonlyMap<string, readonly RootContent[]>,
  lineAt: (offset: number) => number,
): List {
  const items = spans.map((span) => shifted(itemOf(text, span, read)!, span.start, lineAt(span.start)));
  const [first, last] = [items[0]!, items.at(-1)!];
  const number = /^\d+/u.exec(text.slice(spans[0]!.start, spans[0]!.end))?.[0];
  return {
    type: "list",
    ordered: number !== undefined,
    start: number === undefined ? null : Number.parseInt(number, 10),
    // A blank line between two of them.
    spread: spans.some(({ end }, index) => index < spans.length - 1 && spans[index + 1]!.start > end),
    children: items,
    position: { start: first.position!.start, end: last.position!.end },
  };
}

/** Undefined where what follows might belong to it. */
function itemOf(
  text: string,
  { start, end }: Span,
  read: ReadonlyMap<string, readonly RootContent[]>,
): ListItem | undefined {
  const source = text.slice(start, end);
  const nodes = read.get(source)!;
  const [list] = nodes;
  const alone = nodes.length === 1 && list?.type === "list" && list.children.length === 1;
  return alone && endsClosed(source, nodes) ? list.children[0] : undefined;
}

/** Inside of a list or quote code, math and HTML go on as long as that does, where they do not close: to blank lines too. */
function endsClosed(source: string, nodes: readonly RootContent[]): boolean {
  const top = nodes.at(-1);
  let last: Nodes | undefined = top;
  while (last !== undefined && "children" in last && last.children.length > 0) last = last.children.at(-1);
  if (last === undefined || last === top) return true;
  if (last.type === "html") return false;
  if (last.type !== "code" && last.type !== "math") return true;
  const code = source.slice(last.position!.start.offset, last.position!.end.offset);
  const fence = /^(?:`{3,}|~{3,}|\${2,})/u.exec(code)?.[0];
  const line = code.slice(code.lastIndexOf("\n") + 1).trim();
  return fence !== undefined && code.includes("\n") && line.startsWith(fence) && /^(.)\1*$/u.test(line);
}

/** Line breaks before an offset, asked in order. */
function lineCounter(text: string): (offset: number) => number {
  let [lines, from] = [0, 0];
  return (offset) => {
    for (let at = text.indexOf("\n", from); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) lines++;
    from = offset;
    return lines;
  };
}
