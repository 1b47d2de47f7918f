import type { List } from "mdast";
import { entriesOf, type ListEntry, plainLists } from "./list-items.js";

/** "Then", "Once done", "Finally": the step tells its place among the others. A label in bold may stand before it. */
const OPENS =
  /^(?:[*_]{1,2}[^*_\n]{2,60}[*_]{1,2}[:.]?\s+(?:[-–—]\s+)?|[^:.\n]{2,40}:\s+|\[[ x]\]\s+)?(?:first|next|then|now|once|after|afterwards?|finally|lastly|meanwhile|when|repeat|continue|while|before)\b/iu;
/** Words that lean on what an earlier step has made. */
const LEANS =
  /\b(?:(?:the|this) (?:resulting|remaining|mixture|dough|batter|marinade|sauce|same|previous|above|prepared|cooked|drained|mixed|new)|as (?:described )?above|until|set aside|again|step \d|it(?:'s| is) (?:done|ready)|has (?:cooled|dried|dissolved|melted|finished)|have (?:cooled|dried|softened))\b/iu;

/** A numbered list of which at least two items (a third of a long one) tell that they follow others: its order matters. */
export function orderedSteps(
  text: string,
): { readonly list: List; readonly steps: readonly ListEntry[] } | undefined {
  for (const list of plainLists(text, 3)) {
    if (list.ordered !== true) continue;
    const steps = entriesOf(text, list);
    const telling = steps.filter((step) => OPENS.test(step.text) || LEANS.test(step.text)).length;
    if (telling >= Math.max(2, steps.length / 3)) return { list, steps };
  }
  return undefined;
}
