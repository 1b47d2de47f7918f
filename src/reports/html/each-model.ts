import type { RunView } from "../../contract.js";
import { distinctNames } from "../layout/side-by-side.js";
import { heading, type Level } from "./heading.js";
import { html, type Markup } from "./markup.js";
import { inline } from "./text.js";

/** What a section says of each model, under the model's name where there are several. `id` is unique on the page. */
export function eachModel(
  views: readonly RunView[],
  section: string,
  render: (view: RunView, id: string, level: Level) => Markup,
): Markup {
  if (views.length === 1) return render(views[0]!, section, 3);
  const names = distinctNames(views);
  return html`${views.map(
    (view, at) => html`<div class="model">${heading(3, inline(names[at]!))}
${render(view, `${section}-${at + 1}`, 4)}</div>
`,
  )}`;
}
