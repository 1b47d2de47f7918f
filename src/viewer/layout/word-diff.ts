import { diffWordsWithSpace } from "diff";
import { html } from "hono/html";
import type { Piece } from "./document.js";
import { renderText } from "./plain-text.js";

/** Words that may differ before two texts are only shown side by side: the search for the least change is quadratic in them. */
const MOST = 2_000;

/**
 * Two texts in one, with what went struck through and what came underlined; undefined where they have too little in common
 * for that to be read.
 */
export function renderWordDiff(before: string, after: string): Piece | undefined {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST });
  if (parts === undefined) return undefined;
  return html`${parts.map(({ value, added, removed }) =>
    added
      ? html`<ins>${renderText(value)}</ins>`
      : removed
        ? html`<del>${renderText(value)}</del>`
        : renderText(value),
  )}`;
}
