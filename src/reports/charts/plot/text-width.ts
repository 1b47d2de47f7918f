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

/** Of ASCII alone, so that no data can fill the memory. */
const known = new Map<string, number>();

/** Width of one grapheme in em. */
function emOf(grapheme: string): number {
  const seen = known.get(grapheme);
  if (seen !== undefined) return seen;
  const cells = stringWidth(grapheme);
  if (cells !== 1) return cells === 0 ? 0 : WIDE;
  const em = CLASSES.find(([pattern]) => pattern.test(grapheme))?.[1] ?? OTHER;
  if (/^[ -~]$/u.test(grapheme)) known.set(grapheme, em);
  return em;
}

const partsOf = (text: string) =>
  /^[ -~]*$/u.test(text) ? [...text] : Array.from(graphemes.segment(text), ({ segment }) => segment);

/** Width of a line in the unit of `fontSize`, estimated without a font: an upper limit for common sans-serif ones. */
export function textWidth(text: string, fontSize: number): number {
  return partsOf(text).reduce((em, grapheme) => em + emOf(grapheme), 0) * fontSize;
}

/** The text, or its beginning and its end (where a dose stands) around an ellipsis. */
export function shortenMiddle(text: string, limit: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= limit) return text;
  const parts = partsOf(text);
  const tail = parts.slice(-Math.ceil(parts.length / 3)).join("");
  const head = shortenTo(text, limit - textWidth(tail, fontSize), fontSize);
  return head === "…" ? shortenTo(text, limit, fontSize) : `${head}${tail}`;
}

/** The text, or its beginning with an ellipsis where it is wider than `limit`. */
export function shortenTo(text: string, limit: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= limit) return text;
  let em = emOf("…");
  const kept: string[] = [];
  for (const grapheme of partsOf(text)) {
    em += emOf(grapheme);
    if (em * fontSize > limit) break;
    kept.push(grapheme);
  }
  return `${kept.join("").trimEnd()}…`;
}
