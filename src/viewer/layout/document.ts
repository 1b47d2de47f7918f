import { ICON } from "../../reports/html/document.js";
import { html, type Markup } from "../../reports/html/markup.js";
import { VERSION } from "../../version.js";
import type { Viewing } from "../viewing.js";
import { nameHidden } from "./name-hidden.js";

/** A piece of a page, escaped. */
export type Piece = Markup;

const PLACES = [
  { place: "/", name: "Runs" },
  { place: "/pairs", name: "Pairs" },
  { place: "/queries", name: "Queries" },
  { place: "/sql", name: "SQL" },
] as const;

export type Place = (typeof PLACES)[number]["place"];

/** The frame of every page of the viewer. */
export function renderDocument({ store }: Viewing, title: string, at: Place | undefined, body: Piece): Piece {
  const theme = html`<button type="button" hidden data-theme-button>Theme: auto</button>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${nameHidden(title)} · tare</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/style.css">
<script src="/script.js" defer></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
${renderPlaces(store.path, at, theme)}
<main id="content" tabindex="-1">
${body}
</main>
<footer><p>tare ${VERSION}. This page only reads, and only this machine can see it.</p></footer>
</body>
</html>`;
}

/** The way to the other pages, which stands above reports too. */
export function renderPlaces(path: string, at: Place | undefined, end: Piece | "" = ""): Piece {
  const links = PLACES.map(
    ({ place, name }) =>
      html`<a href="${place}"${at === place ? html` aria-current="page"` : ""}>${name}</a>`,
  );
  const file = nameHidden(path.split(/[\\/]/).at(-1) ?? "");
  return html`<nav class="places" aria-label="Pages"><strong>tare</strong>${links}<span title="${nameHidden(path)}">${file}</span>${end}</nav>`;
}
