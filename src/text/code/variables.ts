import type { SyntaxNode } from "@lezer/common";
import type { CodeChange } from "./changes.js";
import { type Definition, definitionsOf, visibleAt } from "./definitions.js";
import { ARGUMENTS, CALLS, NAMES } from "./nodes.js";
import type { CodeView, WorkingCode } from "./views.js";

/** Reads of a variable replaced by another one in scope: of the same kind first, else of any. */
export function wrongVariables(view: WorkingCode): readonly (readonly CodeChange[])[] {
  const reads = view.working.filter((node) => isRead(view, node));
  const offers = reads.flatMap((node) => {
    const visible = visibleAt(view, node);
    const own = visible.find(({ name }) => name === view.code.slice(node.from, node.to));
    return own === undefined
      ? []
      : visible.filter((other) => other.name !== own.name).map((other) => ({ node, own, other }));
  });
  const of = (alike: boolean) =>
    offers
      .filter(({ own, other }) => areAlike(own, other) === alike)
      .map(({ node, other }): CodeChange => [{ start: node.from, end: node.to, text: other.name }]);
  return [of(true), of(false)];
}

function areAlike(a: Definition, b: Definition): boolean {
  return a.kind === b.kind && a.kind !== "unknown";
}

const definedAt = new WeakMap<readonly SyntaxNode[], ReadonlySet<number>>();

/** Is this name read, not written, called or part of a type? */
export function isRead(view: CodeView, node: SyntaxNode): boolean {
  const { parent } = node;
  if (!NAMES.has(node.name) || parent === null) return false;
  let starts = definedAt.get(view.nodes);
  if (starts === undefined) {
    starts = new Set(definitionsOf(view).map(({ node: { from } }) => from));
    definedAt.set(view.nodes, starts);
  }
  if (starts.has(node.from) || isCallee(node, parent) || isWritten(view, node, parent)) return false;
  // A keyword argument is a name of the function called.
  return !(ARGUMENTS.has(parent.name) && node.nextSibling?.name === "AssignOp");
}

function isCallee(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (/^(?:MethodName|Scoped|Template|Type|Generic)/u.test(parent.name)) return true;
  return (
    CALLS.has(parent.name) && parent.firstChild?.from === node.from && parent.name !== "MethodInvocation"
  );
}

function isWritten({ code }: CodeView, node: SyntaxNode, parent: SyntaxNode): boolean {
  if (/^(?:Update|Postfix|IncDec)/u.test(parent.name) && parent.name !== "UpdateStatement") return true;
  const isAssignment = /^(?:AssignmentExpression|Assignment|UpdateStatement|AssignStatement)$/u.test(
    parent.name,
  );
  return isAssignment && /^\s*(?:[-+*/%]|\/\/|:|&|\||<<|>>)?=(?!=)/u.test(code.slice(node.to, node.to + 6));
}
