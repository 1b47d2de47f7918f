import type { Edit } from "./edits.js";
import { proseMatches } from "./prose-matches.js";

/** Up to three words without a conjunction or a finite verb of its own. */
const ITEM = String.raw`(?:(?!(?:and|or|but|nor|which|who|that|if|when|while|because|so|as|is|are|was|were|has|have|had|can|will|it|they|he|she|we|you|I|this|there|those|these|then|not|also)\b)[\p{L}\p{N}'’-]+)`;
const ITEMS = `${ITEM}(?:[ ]${ITEM}){0,3}`;
const WITH = new RegExp(
  String.raw`(?<=(?:^|[\s(:“"*])${ITEMS}[*]{0,2},[ ][*]{0,2}${ITEMS}[*]{0,2}),(?=[ ](?:and|or)[ ][*]{0,2}${ITEM})`,
  "gu",
);
const WITHOUT = new RegExp(
  String.raw`(?<=(?:^|[\s(:“"*])${ITEM},[ ]${ITEMS},[ ]${ITEMS})(?=[ ](?:and|or)[ ]${ITEM}(?:[.;)]|$))`,
  "gu",
);

/** Takes the comma before the last item of every series out, or where there is none puts it in. */
export function oxfordCommas(text: string): Edit[] {
  const with_ = proseMatches(text, WITH);
  if (with_.length > 0) return with_.map(({ start, end }) => ({ start, end, text: "" }));
  return proseMatches(text, WITHOUT).map(({ start }) => ({ start, end: start, text: "," }));
}
