import { html } from "hono/html";
import type { StoredPair } from "../../store/browse/read-pair.js";
import type { Piece } from "../layout/document.js";
import { messagesText, renderMessages } from "../layout/messages.js";
import { renderText } from "../layout/plain-text.js";
import { renderWordDiff } from "../layout/word-diff.js";

/** The prompt, and the answer with what changed; where the prompt was changed, the other way round. */
export function renderPairTexts({ base, variant }: StoredPair): Piece {
  const [promptBefore, promptAfter] = [messagesText(base.messages), messagesText(variant.messages)];
  const promptStays = promptBefore === promptAfter;
  return html`<h2>Prompt</h2>
${promptStays ? renderMessages(base.messages) : renderChange(promptBefore, promptAfter)}
<h2>Answer</h2>
${
  base.response === variant.response
    ? html`<p class="faint">The same in both.</p><div class="prose">${renderText(base.response)}</div>`
    : renderChange(base.response, variant.response)
}`;
}

/** What changed in place, then both texts whole. */
function renderChange(before: string, after: string): Piece {
  const changed = renderWordDiff(before, after);
  const sides = html`<div class="sides"><div><h3>Base</h3><div class="prose">${renderText(before)}</div></div><div><h3>Variant</h3><div class="prose">${renderText(after)}</div></div></div>`;
  if (changed === undefined)
    return html`<p class="faint">The two have too little in common for their differences to be read.</p>${sides}`;
  return html`<p class="faint"><del>Struck through</del> only in the base, <ins>underlined</ins> only in the variant.</p><div class="prose">${changed}</div>
<details><summary>Both texts side by side</summary>${sides}</details>`;
}
