import type { SyntaxNode } from "@lezer/common";
import { childrenOf, closest } from "./nodes.js";

/** A function or method with a name; functions inside of it belong to it. */
export interface CodeFunction {
  readonly name: string;
  readonly node: SyntaxNode;
}

const FUNCTIONS: ReadonlySet<string> = new Set([
  "FunctionDefinition",
  "FunctionDeclaration",
  "MethodDeclaration",
  "ConstructorDeclaration",
  "FunctionDecl",
  "MethodDecl",
  "FunctionItem",
]);
const FUNCTION_VALUES: ReadonlySet<string> = new Set(["ArrowFunction", "FunctionExpression"]);

/** The outermost named functions of a tree, in order. */
export function functionsOf(code: string, nodes: readonly SyntaxNode[]): CodeFunction[] {
  const found: CodeFunction[] = [];
  for (const node of nodes) {
    if (found.length > 0 && node.from < found.at(-1)!.node.to) continue;
    const name = nameOf(code, node);
    if (name !== undefined) found.push({ name, node });
  }
  return found;
}

function nameOf(code: string, node: SyntaxNode): string | undefined {
  if (FUNCTION_VALUES.has(node.name)) return nameOfValue(code, node);
  if (!FUNCTIONS.has(node.name)) return undefined;
  const declarator = node.name === "FunctionDefinition" ? declaratorOf(node) : node;
  const name = childrenOf(declarator).find(({ name: kind }) =>
    /^(?:VariableName|VariableDefinition|PropertyDefinition|PrivatePropertyDefinition|Definition|DefName|FieldName|BoundIdentifier|Identifier|FieldIdentifier|ScopedIdentifier)$/u.test(
      kind,
    ),
  );
  return name === undefined ? undefined : code.slice(name.from, name.to);
}

/** `const f = (x) => …` */
function nameOfValue(code: string, node: SyntaxNode): string | undefined {
  const name = node.prevSibling?.prevSibling;
  const isDeclared = node.parent?.name === "VariableDeclaration" && name?.name === "VariableDefinition";
  return isDeclared ? code.slice(name.from, name.to) : undefined;
}

/** In C++ the name lies inside declarators: `int* f(…)`. */
function declaratorOf(node: SyntaxNode): SyntaxNode {
  let at = node;
  for (let inner: SyntaxNode | undefined = node; inner !== undefined; ) {
    at = inner;
    inner = childrenOf(inner).find(({ name }) => name.endsWith("Declarator"));
  }
  return at;
}

const TESTS =
  /^(?:main|_*test\w*|\w+_tests?|\w+Tests?|example\w*|demo\w*|run_?(?:all_?)?(?:tests?|examples?)|check|usage)$/iu;

/** Functions that only show or test the others. */
export function isDemo({ name, node }: CodeFunction, code: string): boolean {
  if (TESTS.test(name)) return true;
  const module = closest(node, new Set(["ModItem"]));
  return module !== undefined && /^mod\s+tests?\b/u.test(code.slice(module.from, module.from + 40));
}
