import { evaluateArithmetic } from "./arithmetic.js";
import { protectedSpans } from "./protected-spans.js";
import { remember } from "./remember.js";
import { mask, type Span } from "./span.js";

/** A calculation written out with its result: "12 × 4 = 48", "\frac{10}{4} = 2.5". The span is that of the result's digits. */
export interface Calculation extends Span {
  readonly text: string;
  /** What the expression comes to, computed anew. */
  readonly value: number;
}

const NUMBER = String.raw`\d{1,3}(?:(?:,|\{,\})\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const EQUALS = new RegExp(
  String.raw`(?:=|≈|\bequals|\bis equal to)(?<gap>\s*(?:\\?\$|€|£)?\s*\*{0,2})(?<result>[-−]?(?:${NUMBER}))(?![\d^]|[.,]\d|\s*(?:[-+×*·÷/^(]|\\(?:times|cdot|div|frac))\s*[\d($\\]|\p{L}\b|\\?\s?[a-z]\b(?!\s\p{L}))`,
  "gu",
);
const WINDOW = 120;

/** Calculations of prose and math (not of code) whose result is right, rounded as it is written. */
export const calculations = remember((text): readonly Calculation[] => {
  const hidden = protectedSpans(text).filter(({ kind }) => kind !== "math");
  const masked = mask(text, hidden, "\u0000");
  return [...masked.matchAll(EQUALS)].flatMap((match): Calculation[] => {
    const { gap = "", result = "" } = match.groups ?? {};
    const before = masked.slice(Math.max(0, match.index - WINDOW), match.index);
    const expression = before.slice(before.search(/[^\n=≈:;?!\u0000]*$/u));
    const value = verifiedValue(expression, result);
    if (value === undefined) return [];
    const end = match.index + match[0].length;
    const negative = /^[-−]/u.test(result) ? 1 : 0;
    return [
      {
        start: end - result.length + negative,
        end,
        text: result.slice(negative),
        value: negative ? -value : value,
      },
    ].filter(() => gap.length < 12);
  });
});

/** The value of the longest ending of `before` that comes to the result: what stands before it is prose. */
function verifiedValue(before: string, result: string): number | undefined {
  const stated = Number(result.replace("−", "-").replace(/[,{}]/gu, ""));
  for (const { index } of before.matchAll(/(?<![\d.,])(?:[-−]?[\d(]|\\[dt]?frac|\\left\()/gu)) {
    const value = evaluateArithmetic(
      before
        .slice(index)
        .replace(/\*\*|\\\)|\\\(|\\\]|\\\[/gu, " ")
        .trim(),
    );
    if (value !== undefined && isRounded(value, stated, result)) return value;
  }
  return undefined;
}

/** Does `stated` round `value` to the decimals of `written`? */
export function isRounded(value: number, stated: number, written: string): boolean {
  const decimals = /\.(\d+)$/u.exec(written)?.[1]?.length ?? 0;
  return Math.abs(value - stated) <= 0.5000001 * 10 ** -decimals;
}
