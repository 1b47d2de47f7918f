import { createHash } from "node:crypto";
import { VERSION } from "../../version.js";
import { html, type Markup, NONE, raw, textOf } from "./markup.js";
import { PAGE_SCRIPT } from "./script.js";
import { PAGE_STYLE } from "./style.js";
import { plain } from "./text.js";

export interface Framed {
  readonly title: string;
  /** Stands above the page: the navigation of a server that the page is part of. */
  readonly navigation?: Markup;
  /** Links to the sections. */
  readonly contents?: Markup;
  readonly main: Markup;
}

/** A balance: without an icon a browser asks the network for one. */
export const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M8 2v11M3 14h10M2 5h12M2 5l-2 5h4zM14 5l-2 5h4z' fill='none' stroke='%23888' stroke-width='1.5'/%3E%3C/svg%3E";

/** What the page may load: nothing but this style and this script, by their digests. A server sends it as a header too. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src '${digestOf(PAGE_STYLE)}'`,
  `script-src '${digestOf(PAGE_SCRIPT)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function digestOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** A whole page in one text: it needs no network and no other file. */
export function renderDocument({ title, navigation = NONE, contents = NONE, main }: Framed): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(PAGE_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${plain(title)}</title>
<link rel="icon" href="${ICON}">
<style>${raw(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">To the content</a>
${navigation}
<header class="bar"><strong>tare</strong>${contents}<button type="button" hidden data-theme-button>Theme: auto</button></header>
<main id="content" tabindex="-1">
${main}
</main>
<footer><p>Written by tare ${VERSION}. This file holds everything it shows and asks the network for nothing.</p></footer>
<script>${raw(PAGE_SCRIPT)}</script>
</body>
</html>
`;
  return clean(textOf(page));
}

/** Controls that no part has named would break the page for its readers: none may be left. */
function clean(page: string): string {
  return page.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "\ufffd").toWellFormed();
}
