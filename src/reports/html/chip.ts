import type { VerdictWord } from "../../contract.js";
import { MARKS, VERDICT_WORDS } from "../layout/words.js";
import { html, type Markup } from "./markup.js";

/** A verdict by mark, word and colour. */
export function renderChip(verdict: VerdictWord): Markup {
  return html`<span class="chip ${verdict}"><span aria-hidden="true">${MARKS[verdict]}</span> ${VERDICT_WORDS[verdict]}</span>`;
}
