import { getNodeValue, type ParseError, parseTree } from "jsonc-parser";

/** Opening braces that are tried: what has more of them, and none that closes, is no answer. */
const MOST_TRIES = 200;

/**
 * The JSON values that a text may mean, by where they are looked for, the likeliest place first: the text as a whole; what
 * follows a model's thinking (`</think>`); every object or list that stands in it, at the outermost level. White space, code
 * fences and words around them are passed over; a comma before a closing bracket and a line break within a string are let
 * pass. Never throws.
 */
export function findJson(text: string): readonly (readonly unknown[])[] {
  const whole = parseWhole(text);
  if (whole !== undefined) return [[whole.value]];
  const thought = text.lastIndexOf(THOUGHT);
  if (thought < 0) return [text.trimStart().startsWith("<think>") ? [] : scan(text)];
  return [scan(text.slice(thought + THOUGHT.length)), scan(text)];
}

const THOUGHT = "</think>";

function parseWhole(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function scan(text: string): unknown[] {
  const found: unknown[] = [];
  let tries = 0;
  for (let at = next(text, 0); at >= 0 && tries < MOST_TRIES; tries++) {
    const parsed = parseAt(text.slice(at)) ?? parseBroken(text.slice(at));
    if (parsed === "too deep") break;
    if (parsed !== undefined) found.push(parsed.value);
    at = next(text, parsed === undefined ? at + 1 : at + parsed.length);
  }
  return found;
}

function next(text: string, from: number): number {
  const at = text.slice(from).search(/[{[]/);
  return at < 0 ? -1 : from + at;
}

interface Parsed {
  readonly value: unknown;
  /** Characters it takes. */
  readonly length: number;
}

/** The value that a text begins with, where it is whole. */
function parseAt(text: string): Parsed | "too deep" | undefined {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: true });
    if (tree === undefined || errors.some(({ offset }) => offset < tree.length)) return undefined;
    return { value: getNodeValue(tree) as unknown, length: tree.length };
  } catch {
    return "too deep"; // for the stack
  }
}

/** The same where line breaks and tabs stand in strings as they are, which JSON wants escaped. */
function parseBroken(text: string): Parsed | "too deep" | undefined {
  if (!/[\n\r\t]/.test(text)) return undefined;
  const parsed = parseAt(escapeBreaks(text, Infinity).escaped);
  if (typeof parsed !== "object") return parsed;
  return { ...parsed, length: escapeBreaks(text, parsed.length).read };
}

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Escapes breaks within strings, until so much has been written; `read` characters of the text were. */
function escapeBreaks(text: string, length: number): { readonly escaped: string; readonly read: number } {
  let [escaped, read, within] = ["", 0, false];
  for (; read < text.length && escaped.length < length; read++) {
    const letter = text[read]!;
    if (within && letter === "\\") escaped += letter + (text[++read] ?? "");
    else {
      if (letter === '"') within = !within;
      escaped += within ? (ESCAPES[letter] ?? letter) : letter;
    }
  }
  return { escaped, read };
}
