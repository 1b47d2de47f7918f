import stringWidth from "string-width";

const PRINTABLE_ASCII = /^[ -~]*$/;
const graphemes = new Intl.Segmenter("en");
/** Units of a text that are looked at together: segmenters are quadratic in the length of what they are given. */
const WINDOW = 512;

/** Columns that a text takes on a terminal; escape sequences of colours take none. */
export function textWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  if (text.length <= WINDOW) return stringWidth(text);
  let sum = 0;
  for (const letter of lettersOf(text)) sum += stringWidth(letter);
  return sum;
}

/** What a reader takes for one letter each, signs that combine included; of a text without colours. */
export function* lettersOf(text: string): Generator<string> {
  if (PRINTABLE_ASCII.test(text)) {
    yield* text;
    return;
  }
  let from = 0;
  while (from < text.length) {
    const letters = [...graphemes.segment(text.slice(from, from + WINDOW))];
    // The last letter may go on behind the window; one that fills it is taken as it is.
    const whole = from + WINDOW >= text.length || letters.length === 1 ? letters : letters.slice(0, -1);
    for (const { segment } of whole) {
      yield segment;
      from += segment.length;
    }
  }
}
