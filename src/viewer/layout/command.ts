import { html } from "hono/html";
import type { Piece } from "./document.js";
import { renderText } from "./plain-text.js";

/** A command for a terminal, with a button that copies it where a script may run. */
export function renderCommand(id: string, words: readonly string[]): Piece {
  return html`<div class="row"><pre id="${id}">${renderText(words.map(quoted).join(" "))}</pre><button type="button" data-copy="${id}" hidden>Copy</button></div>`;
}

/** A word as a POSIX shell takes it whole. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
