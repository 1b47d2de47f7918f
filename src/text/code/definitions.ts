import type { SyntaxNode } from "@lezer/common";
import { childrenOf, closest, DEFINING_NAMES, isWithin } from "./nodes.js";
import { valueKind } from "./value-kinds.js";
import type { CodeView } from "./views.js";

/** A local variable or parameter where it comes into being. */
export interface Definition {
  readonly name: string;
  readonly node: SyntaxNode;
  /** It may be read from the definition to the end of this node. */
  readonly scope: SyntaxNode;
  /** number, text, truth, list, another type by name, or unknown. */
  readonly kind: string;
}

const BLOCK_SCOPES: ReadonlySet<string> = new Set([
  ...["Block", "CompoundStatement", "SwitchBlock", "SwitchBody", "ClassBody", "CatchClause", "TryStatement"],
  ...["ForStatement", "ForRangeLoop", "EnhancedForStatement", "ForExpression", "IfStatement", "IfExpression"],
  ...["WhileExpression", "MatchArm", "ArrowFunction", "FunctionDeclaration", "FunctionExpression"],
  ...["MethodDeclaration", "ConstructorDeclaration", "FunctionDefinition", "LambdaExpression"],
  ...["FunctionDecl", "MethodDecl", "FunctionLiteral", "FunctionItem", "ClosureExpression"],
  ...["Script", "Program", "SourceFile", "ClassContent"],
]);
const COMPREHENSION = /Comprehension/u;
const PYTHON_SCOPES: ReadonlySet<string> = new Set([
  ...["FunctionDefinition", "LambdaExpression", "Script", "ComprehensionExpression"],
  ...["ArrayComprehensionExpression", "SetComprehensionExpression", "DictionaryComprehensionExpression"],
]);

const known = new WeakMap<readonly SyntaxNode[], readonly Definition[]>();

/** Every definition of a view, in document order. */
export function definitionsOf(view: CodeView): readonly Definition[] {
  const before = known.get(view.nodes);
  if (before !== undefined) return before;
  const found = view.nodes.flatMap((node): Definition[] => {
    if (!isDefinition(view, node)) return [];
    const name = view.code.slice(node.from, node.to);
    if (/^(?:_|self|cls|this)$/u.test(name)) return [];
    const scope = closest(node, view.language === "python" ? PYTHON_SCOPES : BLOCK_SCOPES);
    return scope === undefined ? [] : [{ name, node, scope, kind: valueKind(view, node) }];
  });
  known.set(view.nodes, found);
  return found;
}

/** The variables that may be read at a node, each name once, the innermost definition of it. */
export function visibleAt(view: CodeView, node: SyntaxNode): Definition[] {
  const visible = new Map<string, Definition>();
  for (const one of definitionsOf(view)) {
    const isBefore = one.node.to <= node.from || COMPREHENSION.test(one.scope.name);
    if (isBefore && isWithin(node, one.scope) && !isInOwnDeclaration(one, node)) visible.set(one.name, one);
  }
  return [...visible.values()];
}

/** Is the node part of the statement that gives the variable its first value? */
function isInOwnDeclaration({ node: defined, scope }: Definition, node: SyntaxNode): boolean {
  const statement = closest(defined, DECLARATIONS);
  // A parameter of a function that is assigned is declared by the function, not by the assignment.
  return statement !== undefined && isWithin(statement, scope) && isWithin(node, statement);
}

const DECLARATIONS: ReadonlySet<string> = new Set([
  ...["AssignStatement", "VariableDeclaration", "LocalVariableDeclaration", "Declaration", "VarDecl"],
  ...["LetDeclaration", "RangeClause", "ForOfSpec", "ForInSpec"],
]);

function isDefinition({ language }: CodeView, node: SyntaxNode): boolean {
  switch (language) {
    case "python":
      return node.name === "VariableName" && isPythonTarget(node);
    case "cpp":
      return node.name === "Identifier" && isDeclaredInC(node);
    default:
      return DEFINING_NAMES.has(node.name) && !isOtherName(node);
  }
}

/** Names of functions, types, modules and imports. */
function isOtherName({ parent }: SyntaxNode): boolean {
  if (parent === null) return true;
  if (/^(?:Import|Export|Use|Scoped)/u.test(parent.name)) return true;
  if (parent.name === "VariableDeclaration" || parent.name === "VarDecl") return holdsFunction(parent);
  return /^(?:Function|Class|Interface|Enum|Struct|Trait|Type|Mod|Const|Static|Macro|Method|Constructor|Package|Record|Label)/u.test(
    parent.name,
  );
}

function holdsFunction(declaration: SyntaxNode): boolean {
  return childrenOf(declaration).some(({ name }) =>
    /^(?:ArrowFunction|FunctionExpression|FunctionLiteral)$/u.test(name),
  );
}

function isPythonTarget(node: SyntaxNode): boolean {
  let at = node;
  while (at.parent !== null && /^(?:Tuple|Array)Expression$/u.test(at.parent.name)) at = at.parent;
  const { parent } = at;
  if (parent === null) return false;
  if (parent.name === "ParamList") return at === node && at.prevSibling?.name !== "AssignOp";
  if (parent.name === "AssignStatement") return hasAfter(at, "AssignOp");
  if (parent.name === "ForStatement" || COMPREHENSION.test(parent.name)) return isLoopTarget(at);
  if (parent.name === "WithStatement") return at.prevSibling?.name === "as";
  return parent.name === "NamedExpression" && parent.firstChild?.from === at.from;
}

function hasAfter(node: SyntaxNode, name: string): boolean {
  for (let next = node.nextSibling; next !== null; next = next.nextSibling)
    if (next.name === name) return true;
  return false;
}

/** Between `for` and `in`. */
function isLoopTarget(node: SyntaxNode): boolean {
  for (let before = node.prevSibling; before !== null; before = before.prevSibling) {
    if (before.name === "in" || before.name === "if") return false;
    if (before.name === "for") return hasAfter(node, "in");
  }
  return false;
}

/** Below declarators of a declaration, a parameter or a loop over a range; not the value it gets. */
function isDeclaredInC(node: SyntaxNode): boolean {
  let at = node;
  while (
    at.parent !== null &&
    /^(?:Init|Reference|Pointer|Array|StructuredBinding)Declarator$/u.test(at.parent.name)
  ) {
    const isFirst =
      at.parent.name === "StructuredBindingDeclarator" ||
      at.parent.firstChild?.from === at.from ||
      at.prevSibling?.name !== "[";
    if (!isFirst || (at.parent.name === "InitDeclarator" && at.parent.firstChild?.from !== at.from))
      return false;
    at = at.parent;
  }
  const { parent } = at;
  if (parent === null) return false;
  if (parent.name === "ForRangeLoop")
    return (
      childrenOf(parent).find(({ name }) => name === "Identifier" || name.endsWith("Declarator"))?.from ===
      at.from
    );
  return /^(?:Declaration|(?:Optional)?ParameterDeclaration)$/u.test(parent.name);
}
