import type { SyntaxNode } from "@lezer/common";
import type { CodeChange } from "./changes.js";
import { contraryOf } from "./conditions.js";
import { visibleAt } from "./definitions.js";
import {
  BINARIES,
  BODIES,
  BOOLEANS,
  childrenOf,
  closest,
  INTEGERS,
  NAMES,
  RETURNS,
  STRINGS,
} from "./nodes.js";
import type { WorkingCode } from "./views.js";

/**
 * Returned values made wrong: a truth value, number, text or pair by its contrary, neighbour or another one that the
 * function returns; a variable by another one of its kind. Where there are none: any variable in place of a value.
 */
export function wrongReturns(view: WorkingCode): readonly (readonly CodeChange[])[] {
  const values = returnedValues(view);
  return [
    values.flatMap((value) => sameKind(view, value, values)),
    values.flatMap((value) => anyVariable(view, value)),
  ];
}

function returnedValues({ code, language, working, functions }: WorkingCode): SyntaxNode[] {
  const stated = working.flatMap((node) => {
    if (!RETURNS.has(node.name)) return [];
    const value = childrenOf(node).find(({ name }) => name !== "return" && name !== ";");
    return value === undefined ? [] : [value];
  });
  const inArrows = working.flatMap((node) =>
    node.name === "ArrowFunction" &&
    functions.some((one) => one.node.from === node.from) &&
    !BODIES.has(node.lastChild?.name ?? "Block")
      ? [node.lastChild!]
      : [],
  );
  const inRust =
    language === "rust"
      ? working
          .filter((node) => node.name === "FunctionItem")
          .flatMap((node) => rustTail(code, node.lastChild))
      : [];
  return [...stated, ...inArrows, ...inRust].map(withoutParentheses);
}

function withoutParentheses(value: SyntaxNode): SyntaxNode {
  const inner = value.name === "ParenthesizedExpression" ? childrenOf(value)[1] : undefined;
  return inner === undefined ? value : withoutParentheses(inner);
}

/** The last expression of a Rust block, or those of the branches that it is. */
function rustTail(code: string, block: SyntaxNode | null): SyntaxNode[] {
  if (block?.name !== "Block") return [];
  const last = childrenOf(block).findLast(({ name }) => name !== "}" && !/Comment$/u.test(name));
  if (last?.name !== "ExpressionStatement" || code.slice(last.from, last.to).endsWith(";")) return [];
  const value = last.firstChild;
  if (value === null || /^(?:For|While|Loop|Match)/u.test(value.name)) return [];
  if (value.name === "IfExpression")
    return childrenOf(value).flatMap((child) => (child.name === "Block" ? rustTail(code, child) : []));
  return [value];
}

function sameKind(view: WorkingCode, value: SyntaxNode, all: readonly SyntaxNode[]): CodeChange[] {
  const { code } = view;
  const text = code.slice(value.from, value.to);
  const put = (other: string): CodeChange[] => [[{ start: value.from, end: value.to, text: other }]];
  if (BOOLEANS.has(value.name)) return put(CONTRARY[text] ?? text);
  if (STRINGS.has(value.name) || INTEGERS.has(value.name)) {
    const others = all
      .map(({ from, to }) => code.slice(from, to))
      .filter((other, i) => all[i]!.name === value.name && other !== text);
    if (others.length > 0) return [...new Set(others)].flatMap(put);
    return INTEGERS.has(value.name) ? put(text === "0" ? "1" : "0") : [];
  }
  if (NAMES.has(value.name)) return anyVariable(view, value, true);
  const isTruth =
    (BINARIES.has(value.name) && /(?:[<>=!]=?=?|&&|\|\||\band\b|\bor\b|\bin\b)/u.test(text)) ||
    (value.name.startsWith("Unary") && /^(?:!|not\b)/u.test(text));
  if (
    isTruth &&
    childrenOf(value).some(({ name }) => /^(?:CompareOp|LogicOp|and|or|in|is|not|!)$/u.test(name))
  ) {
    const contrary = contraryOf(view, value);
    return contrary === undefined ? [] : [contrary];
  }
  return [...swappedPair(code, value), ...operandAlone(code, value)];
}

const CONTRARY: Readonly<Record<string, string>> = {
  true: "false",
  false: "true",
  True: "False",
  False: "True",
};

/** (a, b) becomes (b, a); the branches of a conditional change places. */
function swappedPair(code: string, value: SyntaxNode): CodeChange[] {
  const isPair = /^(?:Tuple|Array)Expression$|^InitializerList$/u.test(value.name);
  const isChoice = /^(?:Conditional|Ternary)Expression$/u.test(value.name);
  const items = childrenOf(value).filter(({ name }) => !/^(?:[()[\]{},:?]|LogicOp|if|else)$/u.test(name));
  const pythonChoice = isChoice && childrenOf(value).some(({ name }) => name === "else");
  const [a, b] =
    isPair && items.length === 2
      ? items
      : isChoice && items.length === 3
        ? pythonChoice
          ? [items[0], items[2]]
          : items.slice(1)
        : [];
  if (a === undefined || b === undefined) return [];
  const [first, second] = [code.slice(a.from, a.to), code.slice(b.from, b.to)];
  return first === second
    ? []
    : [
        [
          { start: a.from, end: a.to, text: second },
          { start: b.from, end: b.to, text: first },
        ],
      ];
}

/** total / count becomes total. */
function operandAlone(code: string, value: SyntaxNode): CodeChange[] {
  const [left, sign] = childrenOf(value);
  if (!BINARIES.has(value.name) || left === undefined || sign === undefined || STRINGS.has(left.name))
    return [];
  return /^(?:\+|-|\*|\/|\/\/|%|\*\*)$/u.test(code.slice(sign.from, sign.to))
    ? [[{ start: left.to, end: value.to, text: "" }]]
    : [];
}

/** Another variable that can be read at the end of the function; with `alike`, one of the same kind. */
function anyVariable(view: WorkingCode, value: SyntaxNode, alike = false): CodeChange[] {
  const text = view.code.slice(value.from, value.to);
  const visible = visibleAt(view, value);
  const own = visible.find(({ name }) => name === text);
  return visible
    .filter(({ name, kind }) => name !== text && (!alike || (own !== undefined && kind === own.kind)))
    .filter(({ node }) => closest(node, new Set(["ClosureExpression", "LambdaExpression"])) === undefined)
    .map(({ name }) => [{ start: value.from, end: value.to, text: name }]);
}
