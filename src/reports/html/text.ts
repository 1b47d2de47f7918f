import { html, type Markup } from "./markup.js";

/** Controls that a browser drops, obeys or shows as nothing, among them those that turn the direction of a line. */
const HIDDEN = /([\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff])/u;
const BREAKS = new Set(["\n", "\t"]);

/** A text from data or files: escaped, with what would stay unseen named in its place. Carriage returns go with their line. */
export function shown(text: string): Markup {
  const parts = text.replace(/\r\n?/g, "\n").split(HIDDEN);
  if (parts.length === 1) return html`${parts[0]}`;
  return html`${parts.map((part, at) => (at % 2 === 0 || BREAKS.has(part) ? part : codeOf(part)))}`;
}

function codeOf(control: string): Markup {
  return html`<span class="control">${nameOf(control)}</span>`;
}

function nameOf(control: string): string {
  return `U+${control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A name within a sentence: whatever its script, it does not turn the words around it. */
export function inline(text: string): Markup {
  return html`<bdi>${shown(text.replace(/\s+/g, " ").trim())}</bdi>`;
}

/** The same for attributes, titles and choices, where nothing can be marked. */
export function plain(text: string): string {
  const parts = text.replace(/\s+/g, " ").split(HIDDEN);
  return parts.map((part, at) => (at % 2 === 0 ? part : nameOf(part))).join("");
}
