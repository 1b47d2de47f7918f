/**
 * The methods of Python's `str` that chat templates call and that JavaScript's differ from: white space is what
 * `str.isspace` says (U+001C to U+001F and U+0085 are, U+FEFF is not), and `strip` takes the characters to strip.
 */
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const LEADING = new RegExp(`^${SPACE}+`);
const SPACES = new RegExp(`${SPACE}+`);
const IS_SPACE = new RegExp(`^${SPACE}$`);

export function lstrip(text: string, characters?: string | null): string {
  if (characters === undefined || characters === null) return text.replace(LEADING, "");
  const these = new Set(characters);
  let from = 0;
  for (const character of text) {
    if (!these.has(character)) break;
    from += character.length;
  }
  return text.slice(from);
}

export function rstrip(text: string, characters?: string | null): string {
  const these = characters === undefined || characters === null ? undefined : new Set(characters);
  let end = text.length;
  while (end > 0) {
    const last = text.codePointAt(end - 2)! > 0xffff ? text.slice(end - 2, end) : text[end - 1]!;
    if (!(these === undefined ? IS_SPACE.test(last) : these.has(last))) break;
    end -= last.length;
  }
  return text.slice(0, end);
}

export function strip(text: string, characters?: string | null): string {
  return lstrip(rstrip(text, characters), characters);
}

/** `str.split()` without a separator. */
export function splitOnSpace(text: string): string[] {
  const body = strip(text);
  return body === "" ? [] : body.split(SPACES);
}
