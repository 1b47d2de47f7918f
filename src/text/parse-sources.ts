import type { RootContent } from "mdast";
import { parseFully } from "./full-parse.js";
import { parsePlain } from "./plain-parse.js";
import { shifted } from "./shifted.js";

/** An empty heading: it ends whatever closes at a blank line, and two lists beside each other would be one. */
const BETWEEN = "\n\n#\n";

/**
 * What each source is read as where it stands alone. The parser takes as long to begin as for some lines, so that it is
 * called once for all of them; of a source that never closes the last one alone may be.
 */
export function parseSources(sources: readonly string[]): Map<string, readonly RootContent[]> {
  const read = new Map<string, RootContent[]>();
  const marked: { readonly start: number; readonly line: number; readonly nodes: RootContent[] }[] = [];
  const joined: string[] = [];
  let [start, line] = [0, 0];
  for (const source of sources) {
    // The quick parser leaves white space at line breaks in the text, where the full one reads breaks.
    const plain = /[ \t]\n|\n[ \t]/u.test(source) ? undefined : parsePlain(source);
    if (plain !== undefined) {
      read.set(source, plain.children);
      continue;
    }
    const nodes: RootContent[] = [];
    read.set(source, nodes);
    marked.push({ start, line, nodes });
    joined.push(source);
    start += source.length + BETWEEN.length;
    line += source.split("\n").length + 2;
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
