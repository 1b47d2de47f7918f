import stringWidth from "string-width";

/** Widths in em, from the widest of the fonts that pages usually fall back on (DejaVu Sans), so that nothing is clipped. */
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[ijl'|.,:;!()[\] ·]/u, 0.36],
  [/[frtsJI\-/"*]/u, 0.46],
  [/[mwMW@%]/u, 0.96],
  [/[A-Z0-9−+<>=±≤≥]/u, 0.7],
];
const OTHER = 0.62;
/** Bold letters of the usual size are as wide as plain ones of this size. */
export const BOLD_LETTERS = 13.5;
/** Han, kana, emoji: two cells of a terminal. */
const WIDE = 1.3;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Width of a line in the unit of `fontSize`, estimated without a font: an upper limit for common sans-serif ones. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const { segment } of graphemes.segment(text)) {
    const cells = stringWidth(segment);
    if (cells > 1) em += WIDE;
    else if (cells === 1) em += CLASSES.find(([pattern]) => pattern.test(segment))?.[1] ?? OTHER;
  }
  return em * fontSize;
}

/** The text, or its beginning and its end (where a dose stands) around an ellipsis. */
export function shortenMiddle(text: string, limit: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= limit) return text;
  const parts = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const tail = parts.slice(-Math.ceil(parts.length / 3)).join("");
  const head = shortenTo(text, limit - textWidth(tail, fontSize), fontSize);
  return head === "…" ? shortenTo(text, limit, fontSize) : `${head}${tail}`;
}

/** The text, or its beginning with an ellipsis where it is wider than `limit`. */
export function shortenTo(text: string, limit: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= limit) return text;
  const parts = Array.from(graphemes.segment(text), ({ segment }) => segment);
  while (parts.length > 0 && textWidth(`${parts.join("")}…`, fontSize) > limit) parts.pop();
  return `${parts.join("").trimEnd()}…`;
}
