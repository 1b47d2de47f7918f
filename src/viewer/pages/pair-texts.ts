import { html } from "../../reports/html/markup.js";
import { renderTexts } from "../../reports/html/pair-texts.js";
import { shown } from "../../reports/html/text.js";
import type { StoredPair } from "../../store/browse/read-pair.js";
import type { Piece } from "../layout/document.js";
import { messagesText, renderMessages } from "../layout/messages.js";

/** The prompt, and the answer with what changed; where the prompt was changed, the other way round. */
export function renderPairTexts({ base, variant }: StoredPair): Piece {
  const [promptBefore, promptAfter] = [messagesText(base.messages), messagesText(variant.messages)];
  return html`<h2>Prompt</h2>
${promptBefore === promptAfter ? renderMessages(base.messages) : renderChange(promptBefore, promptAfter)}
<h2>Answer</h2>
${
  base.response === variant.response
    ? html`<p class="faint">The same in both.</p><div class="prose" dir="auto">${shown(base.response)}</div>`
    : renderChange(base.response, variant.response)
}`;
}

/** What changed in place, then both texts whole. */
function renderChange(before: string, after: string): Piece {
  const whole = (text: string) => ({ text, before: 0, after: 0 });
  const changed = renderTexts({ base: whole(before), variant: whole(after) });
  return html`<p class="faint"><del>Struck through</del> only in the base, <ins>underlined</ins> only in the variant.</p>${changed}
<details><summary>Both texts whole, side by side</summary><div class="sides"><div><h3>Base</h3><div class="prose" dir="auto">${shown(before)}</div></div><div><h3>Variant</h3><div class="prose" dir="auto">${shown(after)}</div></div></div></details>`;
}
