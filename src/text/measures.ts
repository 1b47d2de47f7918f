import { type NumberToken, numbers } from "./numbers.js";
import { untouchable } from "./protected-spans.js";
import { remember } from "./remember.js";
import { type Span, touchesAny } from "./span.js";
import { type UnitWord, unitOf } from "./units.js";

/** A number with the unit that follows it: 5 kg, 1/2 cup, a 30-minute walk, 8 billion, 350°F. */
export interface Measure extends UnitWord {
  readonly number: NumberToken;
  /** Where the unit is written. */
  readonly written: Span;
}

const AFTER = /^(?:\sdegrees\s|\s?°\s?|[-\s\u00A0]?)(?<word>\p{L}+)(?![\p{L}\p{N}/^]|[’'])/u;

/** Measures of the prose in order. */
export const measures = remember((text): readonly Measure[] =>
  numbers(text).flatMap((number): Measure[] => {
    const match = AFTER.exec(text.slice(number.end, number.end + 32));
    const word = match?.groups?.word;
    if (match === null || word === undefined || NOT_MEASURED.has(number.kind)) return [];
    const found = unitOf(word);
    // A lone C or F is a temperature only after a degree sign.
    const isDegree = /[°d]/u.test(match[0].slice(0, -word.length));
    if (found === undefined || found.unit.family.startsWith("temperature") !== isDegree) return [];
    const end = number.end + match[0].length;
    const written = { start: end - word.length, end };
    return touchesAny(written, untouchable(text)) ? [] : [{ ...found, number, written }];
  }),
);

const NOT_MEASURED: ReadonlySet<string> = new Set(
  "marker label version phone name day date clock year decade ordinal percent".split(" "),
);
