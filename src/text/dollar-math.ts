import type { Span } from "./span.js";

/**
 * Inline math that markdown parsers miss or misread. Single dollars follow pandoc's rule
 * (extension tex_math_dollars: no space inside the dollars, no digit after the closing one), so that
 * "$5 and $10" stays money (nor may a word follow
 * a first number: "$10, or US$"); they do not cross a line. Also \( \), \[ \] and \begin{…}…\end{…}.
 */
const MATH =
  /\\\((?:[^\\]|\\(?!\)))*\\\)|\\\[(?:[^\\]|\\(?!\]))*\\\]|\\begin\{([a-z]+\*?)\}[\s\S]*?\\end\{\1\}|(?<![\\$\p{L}\p{N}])\$(?![\s$]|[\d.,]+\s\p{L}{2,})[^$\n]{0,400}?(?<![\s\\$])\$(?![\d$])/gu;

/** `masked` is the text with code blanked out. */
export function dollarMath(masked: string): Span[] {
  return [...masked.matchAll(MATH)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
