import { html, type Markup } from "./markup.js";

/** Levels go down one by one: what stands under each model where there are several is one deeper than where there is one. */
export type Level = 3 | 4 | 5;

export function heading(level: Level, content: Markup): Markup {
  if (level === 3) return html`<h3>${content}</h3>`;
  return level === 4 ? html`<h4>${content}</h4>` : html`<h5>${content}</h5>`;
}
