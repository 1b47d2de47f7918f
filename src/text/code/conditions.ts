import type { SyntaxNode } from "@lezer/common";
import type { Edit } from "../edits.js";
import type { CodeChange } from "./changes.js";
import { BINARIES, BODIES, BOOLEANS, CALLS, childrenOf, NAMES } from "./nodes.js";
import type { CodeView, WorkingCode } from "./views.js";

const HOLDERS =
  /^(?:If|While|Do)(?:Statement|Expression)$|^(?:Conditional|Ternary)Expression$|^Guard$|Comprehension/u;

/** Conditions of branches and loops turned into their contrary; branches first, loops where there are none. */
export function invertedConditions(view: WorkingCode): readonly (readonly CodeChange[])[] {
  const found = view.working
    .filter(({ name }) => HOLDERS.test(name))
    .map((holder) => ({ holder, changes: conditionsOf(view, holder) }));
  const of = (loops: boolean) =>
    found
      .filter(({ holder }) => /^(?:While|Do)/u.test(holder.name) === loops)
      .flatMap(({ changes }) =>
        changes.flatMap((condition) => {
          const change = contraryOf(view, condition);
          return change === undefined ? [] : [change];
        }),
      );
  return [of(false), of(true)];
}

function conditionsOf(view: CodeView, holder: SyntaxNode): SyntaxNode[] {
  const children = childrenOf(holder);
  if (/^(?:Conditional|Ternary)/u.test(holder.name) && view.language !== "python")
    return children.slice(0, 1);
  if (view.language === "go") return goCondition(children);
  return children.flatMap((child) => {
    if (child.name === "ParenthesizedExpression" || child.name === "ConditionClause")
      return view.language === "python" ? [] : inner(child);
    // A word that a condition follows: Python (several in a chain) and Rust.
    if (!/^(?:if|elif|while)$/u.test(child.name) || child.nextSibling === null) return [];
    const next = child.nextSibling;
    if (next.name === "ParenthesizedExpression") return inner(next);
    return next.name === "ConditionClause" || next.name === "LetDeclaration" || BODIES.has(next.name)
      ? []
      : [next];
  });
}

function inner(parenthesised: SyntaxNode): SyntaxNode[] {
  const content = childrenOf(parenthesised).filter(({ name }) => name !== "(" && name !== ")");
  return content.length === 1 && content[0]!.name !== "Declaration" ? content : [];
}

function goCondition(children: readonly SyntaxNode[]): SyntaxNode[] {
  const body = children.findIndex(({ name }) => BODIES.has(name));
  const condition = children[body - 1];
  return children[0]?.name === "if" && condition !== undefined && body > 1 ? [condition] : [];
}

const CONTRARY: Readonly<Record<string, string>> = {
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  "==": "!=",
  "!=": "==",
  "===": "!==",
  "!==": "===",
};

/** The edits that turn a condition or truth value into its contrary; undefined where that is no small change. */
export function contraryOf({ code, language }: CodeView, condition: SyntaxNode): readonly Edit[] | undefined {
  const children = childrenOf(condition);
  const text = code.slice(condition.from, condition.to);
  if (BOOLEANS.has(condition.name) || /^(?:let\b|err\b)/u.test(text)) return undefined;
  if (BINARIES.has(condition.name)) {
    const sign = children.find(({ name }) => name === "CompareOp");
    const contrary = sign === undefined ? undefined : CONTRARY[code.slice(sign.from, sign.to)];
    const isChain =
      children.filter(({ name }) => name === "CompareOp").length > 1 ||
      children.some(
        (child) => BINARIES.has(child.name) && childrenOf(child).some(({ name }) => name === "CompareOp"),
      );
    if (sign !== undefined && contrary !== undefined && !isChain)
      return [{ start: sign.from, end: sign.to, text: contrary }];
    const membership = membershipEdit(children);
    if (membership !== undefined) return membership;
  }
  const not = children[0];
  if (
    condition.name.startsWith("Unary") &&
    not !== undefined &&
    /^(?:not|!)$/u.test(code.slice(not.from, not.to))
  )
    return [{ start: not.from, end: children[1]!.from, text: "" }];
  const simple =
    NAMES.has(condition.name) ||
    CALLS.has(condition.name) ||
    /^(?:Member|Field|Index|Subscript|Selector)Expr|^ArrayAccess|^Parenthesized/u.test(condition.name);
  const open = language === "python" ? "not " : "!";
  return simple
    ? [{ start: condition.from, end: condition.from, text: open }]
    : [
        { start: condition.from, end: condition.from, text: `${open}(` },
        { start: condition.to, end: condition.to, text: ")" },
      ];
}

/** Python's `in`, `is` and their negations. */
function membershipEdit(children: readonly SyntaxNode[]): readonly Edit[] | undefined {
  const at = children.findIndex(({ name }) => name === "in" || name === "is");
  const word = children[at];
  if (word === undefined) return undefined;
  const negated = [children[at - 1], children[at + 1]].find((near) => near?.name === "not");
  if (negated !== undefined)
    return negated.from < word.from
      ? [{ start: negated.from, end: word.from, text: "" }]
      : [{ start: word.to, end: negated.to, text: "" }];
  return word.name === "in"
    ? [{ start: word.from, end: word.from, text: "not " }]
    : [{ start: word.to, end: word.to, text: " not" }];
}
