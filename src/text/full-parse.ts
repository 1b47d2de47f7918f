import type { Root } from "mdast";
import { fromMarkdown, type Options } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mathFromMarkdown } from "mdast-util-math";
import { gfm } from "micromark-extension-gfm";
import { math } from "micromark-extension-math";

/**
 * Two readings of GitHub's flavour are switched off because ordinary answers fall into them: single dollars as math
 * ("$5 to $10", see dollar-math.ts for ours) and single tildes as strike-through ("~5 km to ~10 km").
 */
const EXTENDED: Options = {
  extensions: [gfm({ singleTilde: false }), math({ singleDollarTextMath: false })],
  mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
};

/** One of these is in every address, table, footnote, task, strike-through and formula of the extensions, which take a third of the time. */
const SIGN = /@|www\.|https?:|\||:-|-:|~~|\[[\s^x]|\$\$/iu;

/** The markdown tree of a text, with positions, by the parser alone. */
export function parseFully(text: string): Root {
  // The parser drops a leading byte order mark, which would shift every offset.
  const source = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  return SIGN.test(text) ? parseExtended(source) : fromMarkdown(source);
}

/** With all extensions, whatever the text holds. */
export function parseExtended(text: string): Root {
  return fromMarkdown(text, EXTENDED);
}
