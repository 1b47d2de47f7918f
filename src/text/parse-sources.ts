import type { RootContent } from "mdast";
import { parseFully } from "./full-parse.js";
import { parsePlain } from "./plain-parse.js";
import { shifted } from "./shifted.js";

/** A blank line and an empty heading, which end what closes there; two lists beside each other would be one. */
const BETWEEN = "\n#\n";

/** The quick parser leaves white space at line breaks in the text, where the full one reads breaks, and knows no table without bars. */
const UNLIKE = /[ \t]\n|\n[ \t]|:-|-:/u;

/**
 * What each source is read as where it stands alone. The parser takes as long to begin as for some lines, so that it is
 * called once for all of them. All end in a line break, but for the last one, which alone may hold what never closes.
 */
export function parseSources(sources: readonly string[]): Map<string, readonly RootContent[]> {
  const read = new Map<string, RootContent[]>();
  const marked: { readonly start: number; readonly line: number; readonly nodes: RootContent[] }[] = [];
  const joined: string[] = [];
  let [start, line] = [0, 0];
  for (const source of sources) {
    const plain = UNLIKE.test(source) ? undefined : parsePlain(source);
    if (plain !== undefined) {
      read.set(source, plain.children);
      continue;
    }
    const nodes: RootContent[] = [];
    read.set(source, nodes);
    marked.push({ start, line, nodes });
    joined.push(source);
    start += source.length + BETWEEN.length;
    line += source.split("\n").length + 1;
  }
  if (marked.length === 0) return read;
  let at = 0;
  for (const node of parseFully(joined.join(BETWEEN)).children) {
    const { offset } = node.position!.start;
    while (at + 1 < marked.length && offset! >= marked[at + 1]!.start) at++;
    const own = marked[at]!;
    const between = offset! >= own.start + joined[at]!.length;
    if (!between) own.nodes.push(shifted(node, -own.start, -own.line));
  }
  return read;
}
