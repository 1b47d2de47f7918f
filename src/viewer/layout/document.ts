import { ICON } from "../../reports/html/document.js";
import { html, type Markup } from "../../reports/html/markup.js";
import { VERSION } from "../../version.js";
import type { Viewing } from "../viewing.js";
import { nameHidden } from "./name-hidden.js";
import { type Place, renderPlaces } from "./places.js";

/** A piece of a page, escaped. */
export type Piece = Markup;

/** The frame of every page of the viewer; `again`: it is asked for again by itself after so many seconds. */
export function renderDocument(
  { store }: Viewing,
  title: string,
  at: Place | undefined,
  body: Piece,
  { again }: { readonly again?: number } = {},
): Piece {
  const theme = html`<button type="button" hidden data-theme-button>Theme: auto</button>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${again === undefined ? "" : html`<meta http-equiv="refresh" content="${again}">`}
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
