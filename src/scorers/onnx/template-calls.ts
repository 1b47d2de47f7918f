import { lstrip, rstrip, splitOnSpace, strip } from "./python-text.js";

/** A node of the renderer's syntax tree: its `type`, and children in its other fields. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What the rewritten calls call; given to the template beside its variables. */
export const PYTHON_CALLS = {
  python_strip: onText("strip", strip),
  python_lstrip: onText("lstrip", lstrip),
  python_rstrip: onText("rstrip", rstrip),
  python_split: onText("split", splitOnSpace),
  // The filter takes any value, and prints it first (jinja2, filters.py, do_trim).
  python_trim: (value: unknown, characters?: string) => strip(printed(value), characters),
} as const;

const METHODS: ReadonlySet<string> = new Set(["strip", "lstrip", "rstrip"]);

/**
 * Turns `x.strip(…)`, `x | trim` and `x.split()` of a parsed template into calls of the functions above. The
 * renderer's own ignore the argument of `strip` and know JavaScript's white space only, so that messages with white
 * space at their edges would not read as in training. Changes the tree in place; all else of it stays.
 */
export function callPython(tree: object): void {
  const fields = tree as Record<string, unknown>;
  for (const [field, value] of Object.entries(fields)) fields[field] = rewrite(value);
}

function rewrite(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewrite);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [rewrite(key), rewrite(item)]));
  if (!isNode(value)) return value;
  callPython(value);
  if (value.type === "Identifier" && value.value === "strftime_now") return { ...value, value: "fixed_date" };
  return asMethod(value) ?? asTrim(value) ?? value;
}

function asMethod(node: Node): Node | undefined {
  if (node.type !== "CallExpression" || !isNode(node.callee)) return undefined;
  const { type, computed, object, property } = node.callee;
  if (type !== "MemberExpression" || computed === true || !isNode(property)) return undefined;
  const name = String(property.value);
  const given = node.args as unknown[];
  const split = name === "split" && given.length === 0;
  return METHODS.has(name) || split ? call(`python_${name}`, [object, ...given]) : undefined;
}

function asTrim(node: Node): Node | undefined {
  if (node.type !== "FilterExpression" || !isNode(node.filter)) return undefined;
  const { filter } = node;
  const called = filter.type === "CallExpression" && isNode(filter.callee) ? filter.callee : filter;
  const given = called === filter ? [] : (filter.args as unknown[]);
  return called.value === "trim" ? call("python_trim", [node.operand, ...given]) : undefined;
}

function call(name: string, given: readonly unknown[]): Node {
  return { type: "CallExpression", callee: { type: "Identifier", value: name }, args: given };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

function onText<T>(name: string, method: (text: string, characters?: string) => T) {
  return (text: unknown, characters?: string): T => {
    if (typeof text === "string") return method(text, characters);
    throw new Error(`${printed(text) || "an undefined value"} has no method ${name}`);
  };
}

function printed(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === undefined || value === null ? "" : String(value);
}
