import { html } from "hono/html";
import type { Piece } from "./document.js";

/** Controls that a browser drops, obeys or shows as nothing: among them those that turn the direction of a line. */
const HIDDEN = /([\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/u;
const PLAIN_BREAKS = new Set(["\n", "\t"]);

const isHidden = (part: string) => !PLAIN_BREAKS.has(part) && part.length === 1 && HIDDEN.test(part);

/** A text from the data, as text: escaped, with what would stay unseen named in its place. */
export function renderText(text: string): Piece {
  return html`${text.split(HIDDEN).map((part) => (isHidden(part) ? html`<span class="control">${nameOf(part)}</span>` : part))}`;
}

/** The same without marks, for titles and the names of choices. */
export function nameHidden(text: string): string {
  return text
    .split(HIDDEN)
    .map((part) => (isHidden(part) ? nameOf(part) : part))
    .join("");
}

function nameOf(hidden: string): string {
  return `U+${hidden.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
