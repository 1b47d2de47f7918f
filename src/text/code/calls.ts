import type { SyntaxNode } from "@lezer/common";
import type { CodeChange } from "./changes.js";
import { ARGUMENTS, BODIES, CALLS, COMMENTS, childrenOf } from "./nodes.js";
import type { CodeView, WorkingCode } from "./views.js";

/**
 * Calls whose loss changes the result. First: statements that are a call, and calls that pass on what they
 * were given (sorted(x), x.trim()); then calls of the answer's own functions and links of a chain; then any other
 * call with something to leave in its place.
 */
export function removedCalls(view: WorkingCode): readonly (readonly CodeChange[])[] {
  const own = new Set(view.functions.map(({ name }) => name));
  const calls = view.working.filter(({ name }) => CALLS.has(name)).map((node) => partsOf(view, node));
  const rank = (wanted: (parts: CallParts) => boolean) =>
    calls.filter((parts) => !isHarmless(parts) && wanted(parts)).flatMap((parts) => withoutCall(view, parts));
  const changes = (parts: CallParts) => statementOf(parts.node) !== undefined || KEEPS_TYPE.test(parts.name);
  const own2 = (parts: CallParts) =>
    own.has(parts.name) || (parts.receiver !== undefined && CALLS.has(parts.receiver.name));
  return [
    rank(changes),
    rank((parts) => !changes(parts) && own2(parts)),
    rank((parts) => !changes(parts) && !own2(parts)),
  ];
}

/** Nothing of the result depends on them, or the compiler puts them in anyway. */
const HARMLESS =
  /^(?:reserve|shrink_to_fit|close|flush|ensureCapacity|iter|iter_mut|into_iter|into|clone|copy|cloned|copied|to_owned|as_str|as_ref|borrow|keys|stream|boxed|begin|end|super|items|from|to_string|to_vec|List|make_pair|static_cast|setdefault|lock|unlock|isinstance|range|entries|parallelStream|values|mapToObj|array|collect|unwrap|as_bytes|chars|bytes|toCharArray|strdup|free|len_utf8|hasOwnProperty)$/u;
/** The result is of the type of what is passed in. */
const KEEPS_TYPE =
  /^(?:abs|fabs|sorted|reversed|set|floor|ceil|round|sqrt|filter|rev|skip|take|distinct|sort|trim|strip|lower|upper|toLowerCase|toUpperCase|tolower|toupper|to_lowercase|to_uppercase|to_ascii_lowercase|to_ascii_uppercase|ToLower|ToUpper|Abs|Floor|Ceil|TrimSpace|replace|swapcase|reverse|dedup|step_by|unique|slice|skip_while|take_while)$/u;

/** A slice without bounds is a copy. */
function isHarmless({ name, args }: CallParts): boolean {
  return HARMLESS.test(name) || (name === "slice" && args.length === 0);
}

interface CallParts {
  readonly node: SyntaxNode;
  /** Without what stands before the last dot. */
  readonly name: string;
  readonly receiver: SyntaxNode | undefined;
  readonly args: readonly SyntaxNode[];
}

function partsOf({ code }: CodeView, node: SyntaxNode): CallParts {
  const list = childrenOf(node).findLast(({ name }) => ARGUMENTS.has(name));
  const callee = code.slice(node.from, list?.from ?? node.to);
  const name = /(\w+)(?:::<.*>|<.*>)?\s*$/u.exec(callee)?.[1] ?? "";
  const args =
    list === undefined
      ? []
      : childrenOf(list).filter(({ name: kind }) => !/^[(),]$/u.test(kind) && !COMMENTS.has(kind));
  const first = node.firstChild;
  // Java's method invocation holds the receiver itself, the others a member expression.
  const holder =
    node.name === "MethodInvocation" ? node : first?.name === "GenericFunction" ? first.firstChild : first;
  const receiver =
    /^(?:Member|Field|Selector)Expr|^MethodInvocation$/u.test(holder?.name ?? "") &&
    /\.\s*\w+(?:::<.*>)?\s*$/u.test(callee)
      ? (holder?.firstChild ?? undefined)
      : undefined;
  return { node, name, receiver, args };
}

function withoutCall(view: CodeView, parts: CallParts): CodeChange[] {
  const { node, args } = parts;
  const statement = statementOf(node);
  if (statement !== undefined) return withoutStatement(view, statement);
  const receiver =
    parts.receiver !== undefined && !isModule(view, parts.receiver) ? parts.receiver : undefined;
  // What is left: the object of a method, or the only argument of a function.
  const rest =
    receiver ?? (args.length === 1 || /^(?:max|min|pow|Math)$/u.test(parts.name) ? args[0] : undefined);
  if (
    rest === undefined ||
    rest.name.endsWith("Closure") ||
    /^(?:Lambda|Arrow|Closure|Comprehension)/u.test(rest.name)
  )
    return [];
  return [
    [
      { start: node.from, end: rest.from, text: "" },
      { start: rest.to, end: node.to, text: "" },
    ].filter(({ start, end }) => end > start),
  ];
}

/** `Math`, `strings`, `std::cmp`: no value. */
function isModule({ code }: CodeView, node: SyntaxNode): boolean {
  const text = code.slice(node.from, node.to);
  return (
    /^[A-Z]\w*$/u.test(text) ||
    /^(?:math|strings|strconv|sort|unicode|utf8|re|string|itertools|collections|functools|random|bytes|np|os|sys|heapq|regexp|errors|std)$/u.test(
      text,
    )
  );
}

/** The statement that is nothing but this call (or keeps its result in what was passed in: x = append(x, y)). */
function statementOf(node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node;
  if (parent === null) return undefined;
  if (/^Expr(?:ession)?Statement$/u.test(parent.name)) return parent;
  const isAppend = parent.name === "Assignment" && node.firstChild?.name === "VariableName";
  return isAppend && parent.firstChild?.nextSibling?.name === "=" ? parent : undefined;
}

function withoutStatement({ code, language }: CodeView, statement: SyntaxNode): CodeChange[] {
  const body = statement.parent;
  // Without a semicolon it is the value of its block.
  if (language === "rust" && !code.slice(statement.from, statement.to).endsWith(";")) return [];
  if (
    body === null ||
    !(BODIES.has(body.name) || /^(?:Script|Program|SourceFile|ClassContent)$/u.test(body.name))
  )
    return [];
  const isAlone =
    childrenOf(body).filter(({ name }) => !/^[:{}]$/u.test(name) && !COMMENTS.has(name)).length === 1;
  if (language === "python" && isAlone) return [[{ start: statement.from, end: statement.to, text: "pass" }]];
  const lineStart = code.lastIndexOf("\n", statement.from - 1) + 1;
  const found = code.indexOf("\n", statement.to);
  const lineEnd = found < 0 ? code.length : found;
  const isWholeLine =
    code.slice(lineStart, statement.from).trim() === "" &&
    /^\s*;?\s*(?:(?:\/\/|#).*)?$/u.test(code.slice(statement.to, lineEnd));
  if (isWholeLine) return [[{ start: lineStart, end: Math.min(code.length, lineEnd + 1), text: "" }]];
  return language === "python" ? [] : [[{ start: statement.from, end: statement.to, text: "" }]];
}
