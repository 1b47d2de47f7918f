import type { SyntaxNode } from "@lezer/common";
import type { Message } from "../../contract.js";
import { remember } from "../remember.js";
import { type CodeBlock, codeBlocks } from "./blocks.js";
import { type CodeFunction, functionsOf, isDemo } from "./functions.js";
import type { CodeLanguage } from "./languages.js";
import { ARGUMENTS, CALLS, isWithin, nodesBelow } from "./nodes.js";
import { parseCode } from "./parse.js";

/** A block of code in a known language with its tree; offsets are those of `code`. */
export interface CodeView {
  readonly block: CodeBlock;
  readonly code: string;
  readonly language: CodeLanguage;
  /** All nodes in document order. */
  readonly nodes: readonly SyntaxNode[];
  readonly functions: readonly CodeFunction[];
}

/** Views of all blocks that parse without an error; a block that does not parse offers no safe change. */
export const codeViews = remember((text): readonly CodeView[] =>
  codeBlocks(text).flatMap((block) => {
    const { language, code } = block;
    if (language === undefined) return [];
    const { tree, errors } = parseCode(code, language);
    if (errors > 0) return [];
    const nodes = [...nodesBelow(tree.topNode)];
    return [{ block, code, language, nodes, functions: functionsOf(code, nodes) }];
  }),
);

/** What of a text's code decides whether it is right, and may hence be broken. */
export interface WorkingCode extends CodeView {
  /** The nodes of functions that the answer is about, without logging, assertions and errors thrown. */
  readonly working: readonly SyntaxNode[];
}

/**
 * Left out are functions that only show or test the others, functions that nothing asked for calls, and
 * statements outside of functions, unless there is nothing else.
 */
export function workingCode(text: string, messages: readonly Message[]): WorkingCode[] {
  const views = codeViews(text);
  const all = views.flatMap((view) => view.functions.map((one) => ({ ...one, view })));
  const real = all.filter((one) => !isDemo(one, one.view.code));
  const scope = reachable(real.length > 0 ? real : all, messages);
  return views.map((view) => {
    const inside = scope.filter((one) => one.view === view).map(({ node }) => node);
    const areas = all.length > 0 ? inside : [view.nodes[0]!];
    return { ...view, working: areas.flatMap((area) => withoutAsides(view, area)) };
  });
}

type Placed = CodeFunction & { readonly view: CodeView };

/** The functions that the prompt names and those they call, directly or not; all of them where it names none. */
function reachable(functions: readonly Placed[], messages: readonly Message[]): readonly Placed[] {
  const asked = new Set(messages.flatMap(({ content }) => content.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []));
  const found = new Set(functions.filter(({ name }) => asked.has(name)));
  if (found.size === 0) return functions;
  for (const { node, view } of found) {
    const words = new Set(view.code.slice(node.from, node.to).match(/[\p{L}_][\p{L}\p{N}_]*/gu));
    for (const other of functions) if (words.has(other.name)) found.add(other);
  }
  return [...found];
}

const ASIDES = new Set([
  "RaiseStatement",
  "ThrowStatement",
  "AssertStatement",
  "MacroInvocation",
  "AttributeItem",
  "Decorator",
  "Annotation",
  "MarkerAnnotation",
  "TypeDef",
]);
const LOGGING =
  /^(?:print\w*|puts|console\.\w+|fmt\.(?:F?[Pp]rint\w*|Errorf)|System\.(?:out|err)\.\w+|log(?:ging|ger)?\.\w+|f?printf|assert\w*|panic|warn\w*|alert|errors\.New|t\.(?:Error|Fatal|Log)f?)$/u;

/** All nodes below `area`, without what is only said or thrown. */
function withoutAsides({ code }: CodeView, area: SyntaxNode): SyntaxNode[] {
  const kept: SyntaxNode[] = [];
  let skipTo = -1;
  for (const node of nodesBelow(area)) {
    if (node.from < skipTo && node.to <= skipTo) continue;
    if (isAside(code, node)) skipTo = node.to;
    else kept.push(node);
  }
  return kept;
}

function isAside(code: string, node: SyntaxNode): boolean {
  if (ASIDES.has(node.name)) return true;
  if (CALLS.has(node.name)) {
    const end = node.lastChild !== null && ARGUMENTS.has(node.lastChild.name) ? node.lastChild.from : node.to;
    return LOGGING.test(code.slice(node.from, end));
  }
  if (node.name === "BinaryExpression")
    return /^(?:std::)?c(?:out|err|log)\b/u.test(code.slice(node.from, node.from + 9));
  // Everything below "if __name__ == …" runs the rest.
  return node.name === "IfStatement" && /^if\s*\(?__name__/u.test(code.slice(node.from, node.from + 14));
}

/** The named function around a node. */
export function functionAround(view: CodeView, node: { from: number; to: number }): CodeFunction | undefined {
  return view.functions.find((one) => isWithin(node, one.node));
}
