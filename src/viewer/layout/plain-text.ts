import { html } from "hono/html";
import type { Piece } from "./document.js";

/** Controls that a browser drops, obeys or shows as nothing: among them those that turn the direction of a line. */
const HIDDEN = /([\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/u;
const PLAIN_BREAKS = new Set(["\n", "\t"]);

/** A text from the data, as text: escaped, with what would stay unseen named in its place. */
export function renderText(text: string): Piece {
  return html`${text.split(HIDDEN).map((part) => {
    if (PLAIN_BREAKS.has(part) || part.length !== 1 || !HIDDEN.test(part)) return part;
    const name = part.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    return html`<span class="control">U+${name}</span>`;
  })}`;
}
