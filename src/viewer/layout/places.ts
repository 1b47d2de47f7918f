import { html } from "../../reports/html/markup.js";
import type { Piece } from "./document.js";
import { nameHidden } from "./name-hidden.js";

const PLACES = [
  { place: "/", name: "Runs" },
  { place: "/pairs", name: "Pairs" },
  { place: "/queries", name: "Queries" },
  { place: "/sql", name: "SQL" },
] as const;

export type Place = (typeof PLACES)[number]["place"];

/** The way to the other pages, which stands above reports too. */
export function renderPlaces(path: string, at: Place | undefined, end: Piece | "" = ""): Piece {
  const links = PLACES.map(
    ({ place, name }) =>
      html`<a href="${place}"${at === place ? html` aria-current="page"` : ""}>${name}</a>`,
  );
  const file = nameHidden(path.split(/[\\/]/).at(-1) ?? "");
  return html`<nav class="places" aria-label="Pages"><strong>tare</strong>${links}<span title="${nameHidden(path)}">${file}</span>${end}</nav>`;
}
