import type { SyntaxNode } from "@lezer/common";

/** All nodes below, in document order, the node itself first. */
export function* nodesBelow(root: SyntaxNode): Generator<SyntaxNode> {
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i]!);
  }
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The nearest ancestor (not the node itself) with one of the names. */
export function closest(node: SyntaxNode, names: ReadonlySet<string>): SyntaxNode | undefined {
  for (let above = node.parent; above !== null; above = above.parent) if (names.has(above.name)) return above;
  return undefined;
}

/** Is the node below `above`, or `above` itself? */
export function isWithin(node: { from: number; to: number }, above: { from: number; to: number }): boolean {
  return node.from >= above.from && node.to <= above.to;
}

// The grammars name what is alike almost alike; these sets are their union.

export const NAMES: ReadonlySet<string> = new Set(["VariableName", "Identifier"]);
export const DEFINING_NAMES: ReadonlySet<string> = new Set([
  "VariableDefinition",
  "Definition",
  "DefName",
  "BoundIdentifier",
]);
export const INTEGERS: ReadonlySet<string> = new Set(["Number", "IntegerLiteral", "Integer"]);
export const BOOLEANS: ReadonlySet<string> = new Set([
  "Boolean",
  "BooleanLiteral",
  "BooleanLiteral",
  "Bool",
  "True",
  "False",
]);
export const STRINGS: ReadonlySet<string> = new Set([
  "String",
  "StringLiteral",
  "FormatString",
  "TemplateString",
  "RawString",
  "CharLiteral",
  "CharacterLiteral",
  "Char",
  "Rune",
  "ContinuedString",
  "TextBlock",
]);
export const COMMENTS: ReadonlySet<string> = new Set(["Comment", "LineComment", "BlockComment"]);
export const BINARIES: ReadonlySet<string> = new Set(["BinaryExpression", "BinaryExp"]);
export const CALLS: ReadonlySet<string> = new Set(["CallExpression", "CallExpr", "MethodInvocation"]);
export const ARGUMENTS: ReadonlySet<string> = new Set(["ArgList", "ArgumentList", "Arguments"]);
export const RETURNS: ReadonlySet<string> = new Set(["ReturnStatement", "ReturnExpression"]);
export const BODIES: ReadonlySet<string> = new Set(["Body", "Block", "CompoundStatement"]);
