/** Only within tags, of which Vega writes every attribute itself: no text of the data is touched. */
const TAG = /<[^>]*>/gu;
const NOTHING_DRAWN =
  /<path class="(?:background|foreground)"[^>]*(?:d=""|d="M0,0h0v0h0Z"|display="none")[^>]*\/>/gu;
/** Labels that would overlap their neighbours are there but not seen: a reader who searches should not find them. */
const HIDDEN_LABEL = /<text [^>]*opacity="0"[^>]*>[^<]*<\/text>/gu;
const NEEDLESS =
  / (?:font-family="[^"]*"|aria-hidden="true"|aria-roledescription="[^"]*"|role="[^"]*"|pointer-events="none"|opacity="1"|stroke-miterlimit="\d+")/gu;
const EMPTY_GROUP = /<g(?: [^>]*)?><\/g>/gu;

/**
 * Vega's drawing without its outer element: the font is the page's, empty elements and repeated attributes go, coordinates
 * have two decimals (a hundredth of a pixel).
 */
export function tidy(svg: string): string {
  const inner = svg.replace(/^<svg [^>]*>/u, "").replace(/<\/svg>$/u, "");
  let out = inner.replace(HIDDEN_LABEL, "").replace(NOTHING_DRAWN, "");
  out = out.replace(TAG, (tag) =>
    tag
      .replace(NEEDLESS, "")
      .replace(/-?\d+\.\d{3,}(?:e-?\d+)?/gu, (number) => String(Number(Number(number).toFixed(2)))),
  );
  for (let before = ""; before !== out; ) {
    before = out;
    out = out.replace(EMPTY_GROUP, "");
  }
  return out;
}
