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
  const code = control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  return html`<span class="control">U+${code}</span>`;
}

/** A name within a sentence: whatever its script, it does not turn the words around it. */
export function inline(text: string): Markup {
  return html`<bdi>${shown(text.replace(/\s+/g, " ").trim())}</bdi>`;
}

/** For attributes: what cannot be marked there is replaced. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").toWellFormed();
}
