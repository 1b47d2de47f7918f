import type { SyntaxNode } from "@lezer/common";
import type { CodeChange } from "./changes.js";
import { BINARIES, STRINGS } from "./nodes.js";
import type { WorkingCode } from "./views.js";

const FLIPPED: Readonly<Record<string, string>> = {
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
  "==": "!=",
  "!=": "==",
  "===": "!==",
  "!==": "===",
  "+": "-",
  "-": "+",
  "*": "+",
  "/": "*",
  "//": "*",
  "%": "/",
  "**": "*",
  "&&": "||",
  "||": "&&",
  and: "or",
  or: "and",
  "+=": "-=",
  "-=": "+=",
  "*=": "+=",
  "/=": "*=",
  "//=": "*=",
};

const OPERATORS: ReadonlySet<string> = new Set([
  "CompareOp",
  "ArithOp",
  "LogicOp",
  "UpdateOp",
  "AssignOp",
  "and",
  "or",
]);
const HOLDERS = /^(?:BinaryExp(?:ression)?|UpdateStatement|AssignmentExpression|Assignment)$/u;

/**
 * Operators between two operands that have an opposite: comparisons and arithmetic first, then the logical ones,
 * which more often make no difference. No joins of strings: their minus would not be plausible.
 */
export function flippedOperators(view: WorkingCode): readonly (readonly CodeChange[])[] {
  const { working } = view;
  const logical = working.filter(({ name }) => /^(?:LogicOp|and|or)$/u.test(name));
  const others = working.filter((node) => OPERATORS.has(node.name) && !logical.includes(node));
  return [flips(view, others), flips(view, logical)];
}

function flips({ code }: WorkingCode, operators: readonly SyntaxNode[]): readonly CodeChange[] {
  return operators.flatMap((node) => {
    const holder = node.parent;
    if (holder === null || !HOLDERS.test(holder.name)) return [];
    if (BINARIES.has(holder.name) && (node.prevSibling === null || node.nextSibling === null)) return [];
    const flipped = FLIPPED[code.slice(node.from, node.to)];
    if (flipped === undefined || (/^[+-]/u.test(flipped) && joinsText(holder))) return [];
    return [[{ start: node.from, end: node.to, text: flipped }]];
  });
}

/** Is there a string among the operands, however deep in a chain of operators? */
function joinsText(holder: SyntaxNode): boolean {
  for (let child = holder.firstChild; child !== null; child = child.nextSibling) {
    if (STRINGS.has(child.name)) return true;
    if (BINARIES.has(child.name) && joinsText(child)) return true;
  }
  return false;
}
