import type { SyntaxNode } from "@lezer/common";
import { BOOLEANS, childrenOf, INTEGERS, STRINGS } from "./nodes.js";
import type { CodeView } from "./views.js";

/** What a defined variable holds, by its declared type or by its first value; `unknown` where neither tells. */
export function valueKind(view: CodeView, node: SyntaxNode): string {
  let holder = node;
  while (holder.parent?.name.endsWith("Declarator")) holder = holder.parent;
  const declaration = holder.parent;
  if (declaration === null) return "unknown";
  const type = typeOf(view, node, declaration);
  if (type !== undefined && !/^(?:var|auto|_)$/u.test(type)) return kindOfType(type);
  const value = firstValue(node);
  if (value !== undefined) return kindOfValue(view, value);
  return countsLoop(view, node, declaration) ? "number" : "unknown";
}

function typeOf({ code, language }: CodeView, node: SyntaxNode, declaration: SyntaxNode): string | undefined {
  const near = language === "python" || language === "typescript" || language === "javascript";
  const type = near
    ? [node.nextSibling].find((next) => next !== null && /^Type/u.test(next.name))
    : [
        ...childrenOf(declaration),
        ...(declaration.name === "VariableDeclarator" ||
        declaration.parent?.name === "LocalVariableDeclaration"
          ? childrenOf(declaration.parent!)
          : []),
      ].find(({ name }) => /Type|Specifier/u.test(name));
  return type == null ? undefined : code.slice(type.from, type.to).replace(/^:\s*/u, "");
}

function kindOfType(type: string): string {
  const plain = type.replace(/\b(?:const|final|mut)\b|[&*\s]|^std::/gu, "");
  if (
    /^(?:unsigned)?(?:int(?:eger|\d*)|long(?:long)?|short|float\d*|double|[iuf]\d+|[iu]size|size_t|number|bigint|Integer|Long|Double|Float)$/iu.test(
      plain,
    )
  )
    return "number";
  if (/^(?:'\w+)?(?:str|string|std::string|char|rune|byte|Character)$/iu.test(plain)) return "text";
  if (/^bool(?:ean)?$/iu.test(plain)) return "truth";
  return plain;
}

/** The value that a definition is given: the one at its own place where several are given at once. */
function firstValue(node: SyntaxNode): SyntaxNode | undefined {
  let place = 0;
  for (let before = node.prevSibling; before !== null && before.name !== "var"; before = before.prevSibling)
    if (before.name === ",") place++;
  let sign = node.nextSibling;
  while (sign !== null && !/^(?:AssignOp|Equals|=|:=)$/u.test(sign.name)) {
    if (node.parent?.name === "InitDeclarator") return sign;
    if (sign.name === "," && !sharesValues(node)) return undefined;
    sign = sign.nextSibling;
  }
  let value = sign?.nextSibling ?? undefined;
  if (!sharesValues(node)) return value;
  for (let left = place; left > 0 && value !== undefined; value = value.nextSibling ?? undefined)
    if (value.name === ",") left--;
  return value;
}

/** Do several names before the sign share the values after it? */
function sharesValues({ parent }: SyntaxNode): boolean {
  return /^(?:AssignStatement|VarDecl|VarSpec)$/u.test(parent?.name ?? "");
}

function kindOfValue({ code }: CodeView, value: SyntaxNode): string {
  const text = code.slice(value.from, value.to);
  if (INTEGERS.has(value.name) || /^Float|^[-\d]/u.test(`${value.name}`) || /^-?[\d.]+$/u.test(text))
    return "number";
  if (STRINGS.has(value.name)) return "text";
  if (BOOLEANS.has(value.name)) return "truth";
  if (/^(?:Array|List)/u.test(value.name)) return "list";
  if (/^(?:len|int|abs|sum|count|ord|round|float|Math\.\w+|parseInt|Number)\(/u.test(text)) return "number";
  if (/\.(?:length|size\(\)|len\(\)|count\([^)]*\)|length\(\))$/u.test(text)) return "number";
  if (
    /^(?:str|String|string)(?:::\w+)?\(|\.(?:join|toString|to_string|toLowerCase|strip|trim|lower|upper)\([^()]*\)$/u.test(
      text,
    )
  )
    return "text";
  if (/^(?:list|sorted|\[\]|make\(\[\]|Vec::|vec!|new (?:Array)?List|new Array)/u.test(text)) return "list";
  if (/^Binary/u.test(value.name) && /\d/u.test(text) && !/["'`]/u.test(text)) return "number";
  return "unknown";
}

/** `for i in range(…)` and its like. */
function countsLoop({ code }: CodeView, node: SyntaxNode, declaration: SyntaxNode): boolean {
  if (!/^For|Comprehension/u.test(declaration.name)) return false;
  return /^\s*in\s+(?:range\(|\(?[\w.()]+\s*\.\.)/u.test(code.slice(node.to, node.to + 40));
}
