import type { Failure } from "../../contract.js";
import { renderDocument } from "./document.js";
import { html, NONE } from "./markup.js";
import { inline, shown } from "./text.js";

/** The page of a command that came to no verdict. */
export function renderFailurePage({ code, message, where, fix }: Failure): string {
  const place = where === "" ? NONE : html`<p>Where: ${inline(where)}</p>`;
  const main = html`<div class="verdict fail"><h1>No verdict: ${shown(message)}</h1>
${place}
<p>What to do: ${shown(fix)}</p>
<p class="faint"><code>${code}</code></p></div>`;
  return renderDocument({ title: `No verdict: ${code} · tare`, main });
}
