import { listOf, readLexicon } from "./lexicon.js";

let known: ReadonlyMap<string, string> | undefined;

/** LaTeX between its delimiters as plain text, or undefined where something has no plain form. */
export function plainMath(latex: string): string | undefined {
  known ??= new Map(
    listOf(readLexicon("latex-symbols"), "symbols").map((line) => line.split(" ") as [string, string]),
  );
  let text = latex
    .replace(/\\(?:left|right|displaystyle|big|Big)(?![a-zA-Z])/gu, "")
    .replace(/\\[,;:!]|\\q?quad(?![a-zA-Z])|~/gu, " ");
  // From the innermost braces out; each round takes one level away.
  for (let round = 0; round < 12; round++) {
    const before = text;
    text = text
      .replace(
        /\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/gu,
        (_, a: string, b: string) => `${grouped(a)}/${grouped(b)}`,
      )
      .replace(/\\sqrt\{([^{}]*)\}/gu, (_, a: string) => `√${grouped(a)}`)
      .replace(/\\(?:text|mathrm|mathbf|operatorname|mathit|textbf|boxed)\{([^{}]*)\}/gu, "$1")
      .replace(/([\^_])\{([^{}]*)\}/gu, (_, sign: string, a: string) => `${sign}${grouped(a)}`);
    if (text === before) break;
  }
  let complete = true;
  text = text.replace(/\\([a-zA-Z]+)/gu, (_, name: string) => {
    const symbol = known!.get(name);
    complete &&= symbol !== undefined;
    return symbol ?? "";
  });
  text = text
    .replace(/\\([%$#&_])/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
  return complete && text !== "" && !/[\\{}&*<>`]/u.test(text) ? text : undefined;
}

function grouped(part: string): string {
  const inner = part.trim();
  return /^(?:[\p{L}\p{N}.]+|\\[a-zA-Z]+)$/u.test(inner) ? inner : `(${inner})`;
}
