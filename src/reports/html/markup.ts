import { html, raw } from "hono/html";

/** A piece of a page. What `html` is given is escaped, unless it is a piece itself; `raw` is for drawings and our own text. */
export type Markup = ReturnType<typeof html>;
export { html, raw };

/** Nothing. */
export const NONE: Markup = raw("");

/** A page or piece as text. Pieces without promises in them, as all of this folder are, are there at once. */
export function textOf(markup: Markup): string {
  return String(markup);
}
