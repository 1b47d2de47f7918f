import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { VERSION } from "../../version.js";
import type { Viewing } from "../viewing.js";
import { nameHidden } from "./plain-text.js";

/** A piece of a page, escaped. */
export type Piece = HtmlEscapedString | Promise<HtmlEscapedString>;

const PLACES = [
  { place: "/", name: "Runs" },
  { place: "/pairs", name: "Pairs" },
  { place: "/queries", name: "Queries" },
  { place: "/sql", name: "SQL" },
] as const;

export type Place = (typeof PLACES)[number]["place"];

/** A balance, drawn in place: without an icon a browser asks for one. */
export const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M8 2v11M3 14h10M2 5h12M2 5l-2 5h4zM14 5l-2 5h4z' fill='none' stroke='%23888' stroke-width='1.5'/%3E%3C/svg%3E";

/** The frame of every page of the viewer. */
export function renderDocument({ store }: Viewing, title: string, at: Place | undefined, body: Piece): Piece {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${nameHidden(title)} · tare</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/style.css">
<script src="/script.js" defer></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
${renderBar(store.path, at)}
<main id="content" tabindex="-1">
${body}
</main>
<footer>tare ${VERSION} · this page only reads, and only this machine can see it</footer>
</body>
</html>`;
}

export function renderBar(path: string, at: Place | undefined): Piece {
  return html`<header class="bar">
<strong>tare</strong>
<nav aria-label="Pages">${PLACES.map(
    ({ place, name }) =>
      html`<a href="${place}"${at === place ? html` aria-current="page"` : ""}>${name}</a>`,
  )}</nav>
<span class="file" title="${nameHidden(path)}">${nameHidden(path.split(/[\\/]/).at(-1) ?? "")}</span>
</header>`;
}
