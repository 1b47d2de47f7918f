import type { SyntaxNode } from "@lezer/common";
import type { CodeChange } from "./changes.js";
import { ARGUMENTS, BINARIES, BODIES, CALLS, childrenOf, INTEGERS, NAMES } from "./nodes.js";
import type { CodeView, WorkingCode } from "./views.js";

/**
 * Places where one more or one less is a wrong answer. First: bounds of loops and ranges, indices, slices, and
 * what is one more or less already; then literals that something is compared with; then starting values of variables
 * that are counted up.
 */
export function offByOne(view: WorkingCode): readonly (readonly CodeChange[])[] {
  const { working } = view;
  return [
    working.flatMap((node) => [
      ...loopBound(view, node),
      ...rangeBound(view, node),
      ...neighbour(view, node),
      ...position(view, node),
    ]),
    working.flatMap((node) => comparedLiteral(view, node)),
    working.flatMap((node) => startValue(view, node)),
  ];
}

const LOOPS = /^For|^While|^ForSpec$|^ForClause$/u;
const EDGE: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };

function loopBound({ code, language }: CodeView, node: SyntaxNode): CodeChange[] {
  const { parent, nextSibling: right, prevSibling: left } = node;
  if (node.name !== "CompareOp" || right === null || left === null || !isInLoopHead(node)) return [];
  // Two ends that meet: the round in which they are equal is seldom missed.
  if (
    NAMES.has(left.name) &&
    NAMES.has(right.name) &&
    /^While|^Paren|^ConditionClause/u.test(parent?.parent?.name ?? "")
  )
    return [];
  // One more round reads undefined in JavaScript, which often does no harm; one fewer does.
  if (/script$/u.test(language) && /\.length$/u.test(code.slice(right.from, right.to)))
    return [[{ start: right.to, end: right.to, text: " - 1" }]];
  const other = EDGE[code.slice(node.from, node.to)];
  return other === undefined ? [] : [[{ start: node.from, end: node.to, text: other }]];
}

function isInLoopHead(node: SyntaxNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (LOOPS.test(at.name)) return true;
    if (BODIES.has(at.name) || /^(?:Lambda|Closure|ArrowFunction|LogicOp)/u.test(at.name)) return false;
  }
  return false;
}

/** Python's range(…) and Rust's a..b. */
function rangeBound({ code, language }: CodeView, node: SyntaxNode): CodeChange[] {
  if (language === "rust" && node.name === "RangeExpression") return rustRange(code, node);
  if (language !== "python" || node.name !== "CallExpression" || !code.startsWith("range(", node.from))
    return [];
  const args = childrenOf(node.lastChild!).filter(({ name }) => !/^[(),]$/u.test(name));
  const stop = args.length === 1 ? args[0] : args[1];
  if (stop === undefined || args.length > 2) return [];
  const changes: CodeChange[] = [];
  if (NAMES.has(stop.name) || CALLS.has(stop.name))
    changes.push([{ start: stop.to, end: stop.to, text: " - 1" }]);
  if (INTEGERS.has(stop.name)) changes.push(oneMore(code, stop));
  if (args.length === 2 && INTEGERS.has(args[0]!.name)) changes.push(oneMore(code, args[0]!));
  return changes;
}

function rustRange(code: string, node: SyntaxNode): CodeChange[] {
  const text = code.slice(node.from, node.to);
  const dots = /\.\.=?/u.exec(text)!;
  const start = node.from + dots.index;
  const isClosed = dots.index > 0 && !/\.\.=?$/u.test(text);
  const changes: CodeChange[] = isClosed
    ? [[{ start, end: start + dots[0].length, text: dots[0] === ".." ? "..=" : ".." }]]
    : [];
  for (const child of childrenOf(node)) if (INTEGERS.has(child.name)) changes.push(oneMore(code, child));
  return changes;
}

/** The 1 of n - 1 and n + 1: becomes 2, or goes. */
function neighbour({ code }: CodeView, node: SyntaxNode): CodeChange[] {
  const { parent, prevSibling: sign } = node;
  if (!INTEGERS.has(node.name) || parent === null || !BINARIES.has(parent.name) || sign === null) return [];
  if (!/^[-+]$/u.test(code.slice(sign.from, sign.to)) || !/^[123]$/u.test(code.slice(node.from, node.to)))
    return [];
  const gone: CodeChange[] =
    code.slice(node.from, node.to) === "1" ? [[{ start: sign.prevSibling!.to, end: node.to, text: "" }]] : [];
  return [oneMore(code, node), ...gone];
}

const POSITIONS = /^(?:Member|Subscript|Index|Slice)Expr|^ArrayAccess$/u;
const POSITION_METHODS =
  /\.(?:slice|substring|substr|charAt|charCodeAt|get|nth|skip|take|drop|at|subList|codePointAt)$/u;

/** A literal index, slice bound or starting value of a loop's counter. */
function position({ code }: CodeView, node: SyntaxNode): CodeChange[] {
  const { parent } = node;
  if (!INTEGERS.has(node.name) || parent === null) return [];
  const isIndex = POSITIONS.test(parent.name) && node.prevSibling !== null;
  const isCounter =
    isInLoopHead(node) &&
    /^(?:VariableDeclaration|VariableDeclarator|InitDeclarator|VarDecl)$/u.test(parent.name);
  const isArgument =
    ARGUMENTS.has(parent.name) &&
    parent.prevSibling !== null &&
    POSITION_METHODS.test(code.slice(parent.parent!.from, parent.from));
  return isIndex || isCounter || isArgument ? [oneMore(code, node)] : [];
}

function comparedLiteral({ code }: CodeView, node: SyntaxNode): CodeChange[] {
  const { parent } = node;
  if (!INTEGERS.has(node.name) || parent === null || !BINARIES.has(parent.name)) return [];
  return childrenOf(parent).some(({ name }) => name === "CompareOp") ? [oneMore(code, node)] : [];
}

/** `count = 0` of a variable that is counted up or multiplied later on. */
function startValue({ code }: CodeView, node: SyntaxNode): CodeChange[] {
  if (!INTEGERS.has(node.name) || !/^[01]$/u.test(code.slice(node.from, node.to))) return [];
  if (
    !/^(?:AssignStatement|VariableDeclaration|VariableDeclarator|InitDeclarator|VarDecl|LetDeclaration)$/u.test(
      node.parent?.name ?? "",
    )
  )
    return [];
  const name = /([A-Za-z_]\w*)\s*(?::\s*[\w<>]+\s*)?:?=\s*$/u.exec(
    code.slice(Math.max(0, node.from - 80), node.from),
  )?.[1];
  const isCounted =
    name !== undefined && new RegExp(`\\b${name}\\s*(?:\\+\\+|--|[-+*]=)`, "u").test(code.slice(node.to));
  return isCounted ? [oneMore(code, node)] : [];
}

function oneMore(code: string, { from, to }: SyntaxNode): CodeChange {
  const [, digits = "", suffix = ""] = /^(\d+)(\w*)$/u.exec(code.slice(from, to)) ?? [];
  return digits === "" ? [] : [{ start: from, end: to, text: `${Number(digits) + 1}${suffix}` }];
}
