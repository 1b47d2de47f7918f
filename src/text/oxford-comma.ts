import type { Edit } from "./edits.js";
import { type ProseMatch, proseMatches } from "./prose-matches.js";

/** Up to three words without a conjunction or a finite verb of its own. */
const ITEM = String.raw`(?:(?!(?:and|or|but|nor|which|who|that|if|when|while|because|so|as|is|are|was|were|has|have|had|can|will|it|they|he|she|we|you|I|this|there|those|these|then|not|also)\b)[\p{L}\p{N}'’-]+)`;
const ITEMS = `${ITEM}(?:[ ]${ITEM}){0,3}`;
const STARTS = String.raw`(?:^|[\s(:“"*])`;
/** What stands before the comma of a series, and before the conjunction of one without it. */
const BEFORE_COMMA = new RegExp(`${STARTS}${ITEMS}[*]{0,2},[ ][*]{0,2}${ITEMS}[*]{0,2}$`, "u");
const BEFORE_WORD = new RegExp(`${STARTS}${ITEM},[ ]${ITEMS},[ ]${ITEMS}$`, "u");
/** The last item; not one between two commas, which is an aside: "something, or someone, to talk to". */
const LAST = new RegExp(String.raw`^,?[ ](?:and|or)[ ][*]{0,2}${ITEM}(?![ \p{L}]{0,30},)`, "u");
const LAST_AND_END = new RegExp(`^[ ](?:and|or)[ ]${ITEM}(?:[.;)]|$)`, "u");

/** Takes the comma before the last item of every series out, or where there is none puts it in. */
export function oxfordCommas(text: string): Edit[] {
  const commas = proseMatches(text, /,(?= (?:and|or) )/gu).filter((found) =>
    isBetween(found, BEFORE_COMMA, LAST),
  );
  if (commas.length > 0) return commas.map(({ start, end }) => ({ start, end, text: "" }));
  return proseMatches(text, /(?<=[^\s,])(?= (?:and|or) )/gu)
    .filter((found) => isBetween(found, BEFORE_WORD, LAST_AND_END))
    .map(({ start }) => ({ start, end: start, text: "," }));
}

/** Within the reach of a short item or two on either side, so that long blocks cost no more than short ones. */
function isBetween({ prose, at }: ProseMatch, before: RegExp, after: RegExp): boolean {
  return before.test(prose.slice(Math.max(0, at - 140), at)) && after.test(prose.slice(at, at + 80));
}
