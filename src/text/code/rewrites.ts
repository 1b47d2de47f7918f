import type { SyntaxNode } from "@lezer/common";
import { type Skip, skip } from "../../contract.js";
import { applyEdits, type Edit } from "../edits.js";
import { codeBlocks, editInText } from "./blocks.js";
import { COMMENTS, nodesBelow } from "./nodes.js";
import { parseCode } from "./parse.js";
import { type CodeView, codeViews } from "./views.js";

/**
 * Rewrites every block without changing what it does: `rewrite` gives the edits of one. A block whose tree would be
 * another one, comments aside, stays as it was. Skips with no-code, code-unknown or `reason`.
 */
export function rewriteCode(
  text: string,
  rewrite: (view: CodeView) => readonly Edit[],
  reason: string,
): string | Skip {
  if (codeBlocks(text).length === 0) return skip("no-code");
  const views = codeViews(text);
  if (views.length === 0) return skip("code-unknown");
  const edits = views.flatMap((view) => {
    const wanted = rewrite(view);
    return wanted.length > 0 && keepsTree(view, wanted)
      ? wanted.map((edit) => editInText(text, view.block, edit))
      : [];
  });
  const rewritten = applyEdits(text, edits);
  return rewritten === text ? skip(reason) : rewritten;
}

/** Same nodes in the same order, and the same text in all of them that have no parts, but for `renamed` names. */
export function keepsTree(
  view: CodeView,
  edits: readonly Edit[],
  renamed: ReadonlyMap<string, string> = new Map(),
): boolean {
  const after = applyEdits(view.code, edits);
  const { tree, errors } = parseCode(after, view.language);
  return (
    errors === 0 &&
    signature(view.code, view.nodes, renamed) === signature(after, [...nodesBelow(tree.topNode)], new Map())
  );
}

function signature(code: string, nodes: readonly SyntaxNode[], renamed: ReadonlyMap<string, string>): string {
  return nodes
    .filter(({ name }) => !COMMENTS.has(name))
    .map((node) => {
      if (node.firstChild !== null) return node.name;
      const text = code.slice(node.from, node.to);
      // Doc strings may be indented anew.
      return `${node.name} ${(renamed.get(text) ?? text).replace(/\n[ \t]*/gu, "\n")}`;
    })
    .join("\n");
}
