import { blocks } from "./blocks.js";
import { AFTER, BEFORE, NUMBER, NUMBER_WORD, POINTING } from "./number-patterns.js";
import { untouchable } from "./protected-spans.js";
import { remember } from "./remember.js";
import { mask, type Span } from "./span.js";
import { unitOf } from "./units.js";

/**
 * `marker` (1. at the start of a line), `label` (Step 2), `name` (iPhone 12), `version`, `phone` and
 * `identifier` (codes such as COVID-19) name things and carry no quantity; the other kinds do. `measure` is a
 * number with a unit, abbreviated or not (text/measures.ts says which); `count` counts anything else.
 */
export type NumberKind =
  | "count"
  | "measure"
  | "money"
  | "percent"
  | "year"
  | "decade"
  | "day"
  | "date"
  | "clock"
  | "range"
  | "fraction"
  | "ordinal"
  | "word"
  | "marker"
  | "label"
  | "name"
  | "version"
  | "phone"
  | "identifier";

/** A number in running prose: the digits alone, without currency sign, unit or suffix. */
export interface NumberToken extends Span {
  readonly text: string;
  readonly kind: NumberKind;
  /** Has an abbreviated or hyphenated unit after it (5 kg, 5-year), so that it never stands before a plural. */
  readonly unit: boolean;
}

/** Numbers of the prose in order; code, math and addresses are not looked at. */
export const numbers = remember((text): readonly NumberToken[] => {
  const masked = mask(text, untouchable(text), "\u0000");
  return blocks(text).flatMap((block) => {
    const prose = masked.slice(block.start, block.end);
    return (block.kind === "heading" ? inHeading : inProse)(prose).map((token) => ({
      ...token,
      start: token.start + block.start,
      end: token.end + block.start,
    }));
  });
});

/** Many, since a changed text has most of its blocks from another. */
const inProse = remember((prose) => inBlock(prose, false), 2000);
const inHeading = remember((prose) => inBlock(prose, true));

function inBlock(prose: string, heading: boolean): readonly NumberToken[] {
  const found: NumberToken[] = [];
  for (const match of /\d/u.test(prose) ? prose.matchAll(NUMBER) : []) {
    const span = { start: match.index, end: match.index + match[0].length };
    const before = prose.slice(Math.max(0, span.start - 40), span.start);
    const after = prose.slice(span.end, span.end + 40);
    const shape = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? "plain";
    const unit = AFTER.unit.test(after) || AFTER.hyphenated.test(after);
    // "## 1.2 Vision": the first number of a heading counts the heading.
    const atLine = BEFORE.line.test(before);
    const counts =
      (heading && atLine && /^[.):]?\s/u.test(after)) ||
      // The same without markdown: "1.2 Vision" on a line of its own.
      (atLine && /^\d{1,2}\.\d{1,2}$/u.test(match[0]) && /^\s\p{Lu}[^.!?\n]*(?:\n|$)/u.test(after));
    const kind = counts ? "marker" : classify(shape, match[0], before, after);
    found.push({ ...span, text: match[0], kind, unit });
  }
  for (const match of prose.matchAll(NUMBER_WORD)) {
    if (POINTING.test(prose.slice(Math.max(0, match.index - 12), match.index))) continue;
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, text: match[0], kind: "word", unit: false });
  }
  return found.sort((a, b) => a.start - b.start);
}

function classify(shape: string, text: string, before: string, after: string): NumberKind {
  if (BEFORE.glued.test(before)) return "identifier";
  if (shape === "version" || shape === "phone") return shape;
  if (text.length <= 3 && BEFORE.line.test(before) && AFTER.marker.test(after)) return "marker";
  if (BEFORE.label.test(before) || BEFORE.scale.test(before) || AFTER.scale.test(after)) return "label";
  if (shape === "range") return AFTER.glued.test(after) && !isMeasure(after) ? "identifier" : "range";
  if (shape === "date" || shape === "clock" || shape === "fraction")
    return AFTER.glued.test(after) && !/^[ap]m\b/iu.test(after) ? "identifier" : shape;
  return ofPlain(text, before, after);
}

function ofPlain(text: string, before: string, after: string): NumberKind {
  const year = /^(?:1\d|20)\d\d$/u.test(text);
  if (BEFORE.money.test(before)) return "money";
  if (AFTER.ordinal.test(after)) return "ordinal";
  if (AFTER.percent.test(after)) return "percent";
  if (year && text.endsWith("0") && AFTER.decade.test(after)) return "decade";
  if (isMeasure(after)) return "measure";
  if (/^\s?[ap]\.?m\b/iu.test(after)) return "clock";
  if (AFTER.glued.test(after)) return "identifier";
  if (/^\d{1,2}$/u.test(text) && (BEFORE.month.test(before) || AFTER.month.test(after))) return "day";
  if (year && BEFORE.year.test(before) && (!AFTER.thing.test(after) || /\bthe\s$/iu.test(before)))
    return "year";
  if (BEFORE.name.test(before)) return "name";
  if (/^0\d/u.test(text)) return "identifier";
  const word = /^\s(\p{L}+)(?![\p{L}\p{N}])/u.exec(after)?.[1];
  return word !== undefined && unitOf(word) !== undefined ? "measure" : "count";
}

function isMeasure(after: string): boolean {
  return AFTER.unit.test(after) || AFTER.hyphenated.test(after);
}
