import type { Table } from "mdast";
import { nodesOf, parseMarkdown, spanOf } from "./markdown.js";
import type { Span } from "./span.js";

/** A table as the markdown of its cells, row by row; the first row is the header. */
export interface TableText extends Span {
  readonly rows: readonly (readonly string[])[];
}

/** Top-level tables of the text. */
export function tables(text: string): TableText[] {
  return [...nodesOf(parseMarkdown(text))].flatMap(({ node, ancestors }) =>
    node.type === "table" && ancestors.length === 1 ? [{ ...spanOf(node), rows: rowsOf(text, node) }] : [],
  );
}

function rowsOf(text: string, table: Table): string[][] {
  return table.children.map((row) =>
    row.children.map(({ children }) =>
      children.length === 0
        ? ""
        : text.slice(spanOf(children[0]!).start, spanOf(children.at(-1)!).end).trim(),
    ),
  );
}
