import type { Span } from "./span.js";

/** Whole lines of a text with their breaks, blank ones at the end left out. */
export interface Piece extends Span {
  /** Of a list whose items stand one below the other at the left margin. */
  readonly items?: readonly Span[];
}

/** Definitions reach over the whole text, and other line breaks than \n and byte order marks are left to the parser. */
const UNDIVIDED = /\]:|[\r\uFEFF]/u;
const MARKER = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/u;
const ITEM = /^(?:([-+*])|\d{1,9}([.)])) {1,4}(?=\S)/u;
const RULE = /^([-*])[ \t]*(?:\1[ \t]*){2,}$/u;
const HEADING = /^#{1,6}(?:[ \t]|$)/u;
const FENCE = /^ {0,3}(?:(`{3,})[^`]*$|(~{3,})|(\${2,})[^$]*$)/u;
/** Kinds of HTML that a blank line does not end. */
const ENDLESS = /^ {0,3}<(?:!|\?|(?:script|pre|style|textarea)(?![\w-]))/iu;

interface Open {
  readonly start: number;
  /** It may hold a list. */
  listed: boolean;
  /** It may hold HTML, which goes on to a blank line. */
  html: boolean;
  /** It is a heading, or code that has closed. */
  done: boolean;
  /** Its last line may be indented code, after which the parser does not begin every list. */
  indented: boolean;
  /** While it is a list and nothing else, with the kind of the items and the width of the last one's marker. */
  items: { readonly start: number; end: number }[] | undefined;
  kind: string;
  width: number;
}

/**
 * Pieces that markdown reads by themselves as it reads them in the text, in order: headings, code between fences, lists,
 * and what stands between blank lines and these. Where the lines alone do not tell, the rest of the text is one piece;
 * undefined where that is the whole text.
 */
export function piecesOf(text: string): Piece[] | undefined {
  if (UNDIVIDED.test(text)) return undefined;
  const pieces: Piece[] = [];
  let piece: Open | undefined;
  let end = 0;
  /** Of the open fence. */
  let closing: RegExp | undefined;
  let blank = true;
  let rest = false;
  for (let start = 0; start < text.length && !rest; ) {
    const found = text.indexOf("\n", start);
    const stop = found < 0 ? text.length : found;
    const line = text.slice(start, stop);
    const at = start;
    const next = Math.min(stop + 1, text.length);
    start = stop + 1;
    if (/^[ \t]*$/u.test(line)) {
      blank = true;
      continue;
    }
    if (closing !== undefined) {
      if (closing.test(line)) closing = undefined;
      if (closing === undefined) piece!.done = !piece!.listed;
    } else {
      if (piece === undefined || begins(piece, line, blank)) {
        if (piece !== undefined) pieces.push(closed(piece, end));
        piece = opened(at, line);
      } else piece.done = false;
      const within = goesOn(piece, line, { start: at, end: next });
      piece.listed ||= MARKER.test(line);
      piece.indented = /^(?: {4}| {0,3}\t)/u.test(line);
      piece.html ||= !within && /^ {0,3}</u.test(line);
      const fence = within ? null : FENCE.exec(line);
      // Indented it may belong to an item of a list, or not; in HTML it is none.
      const unsure = fence !== null && (piece.html || (piece.listed && line.startsWith(" ")));
      rest = unsure || (!within && ENDLESS.test(line));
      if (fence !== null) closing = closingOf(fence);
    }
    blank = false;
    end = next;
  }
  if (piece === undefined) return [];
  // What never closes has the blank lines at the end in it.
  const whole = rest || closing !== undefined;
  pieces.push(whole ? { start: piece.start, end: text.length } : closed(piece, end));
  return pieces.length === 1 && pieces[0]!.items === undefined ? undefined : pieces;
}

/** Does a piece begin with the line, whatever stands before it? */
function begins({ listed, html, done, indented, items, kind }: Open, line: string, blank: boolean): boolean {
  if (/^[ \t]/u.test(line)) return false;
  const item = kindOf(line);
  if (items !== undefined && items.length > 0 && item !== undefined && item !== kind) return true;
  if (blank || done) return !((listed || indented) && MARKER.test(line));
  if (html) return false;
  // Of ordered lists a first one alone may follow a line of prose.
  const list = item !== undefined && !listed && /^(?:\D|1\D)/u.test(line);
  return list || HEADING.test(line) || /^(?:`{3,}[^`]*$|~{3,})/u.test(line);
}

/** The mark of an item at the left margin: - + * . or ). */
function kindOf(line: string): string | undefined {
  const item = RULE.test(line) ? null : ITEM.exec(line);
  return item === null ? undefined : (item[1] ?? item[2]);
}

function opened(start: number, line: string): Open {
  const list = kindOf(line) !== undefined;
  return {
    start,
    listed: false,
    html: false,
    indented: false,
    done: HEADING.test(line),
    items: list ? [] : undefined,
    kind: kindOf(line) ?? "",
    width: 0,
  };
}

function closed({ start, items }: Open, end: number): Piece {
  return items === undefined ? { start, end } : { start, end, items };
}

/** Is the line the beginning of another item of the list, or inside of the last one? */
function goesOn(piece: Open, line: string, span: Span): boolean {
  const { items, kind, width } = piece;
  if (items === undefined) return false;
  if (kindOf(line) === kind) {
    items.push({ ...span });
    piece.width = ITEM.exec(line)![0].length;
    return true;
  }
  if (line.startsWith(" ".repeat(width))) {
    items.at(-1)!.end = span.end;
    return true;
  }
  piece.items = undefined;
  return false;
}

function closingOf([, backticks, tildes, dollars]: RegExpExecArray): RegExp {
  const mark = backticks ?? tildes ?? dollars!;
  const sign = mark[0] === "$" ? "\\$" : mark[0];
  return new RegExp(`^ {0,3}${sign}{${mark.length},}[ \\t]*$`, "u");
}
