import { type Block, blocks } from "./blocks.js";
import { untouchable } from "./protected-spans.js";
import { remember } from "./remember.js";
import { type Span, touchesAny } from "./span.js";

/** The term at the start of a list item that the rest of the item explains: "**Cork**: light and elastic". */
export interface ItemLabel extends Span {
  readonly text: string;
  /** What stands after it in its block. */
  readonly explanation: string;
  /** Labels of one list have the same number; lists are parted by any other block. */
  readonly list: number;
}

const LABEL = /^(\*\*|__|)(?!\s)([^*_:\n]{2,60}?)(?:\1: ?|:\1)(?=\s*\S)/u;

/** Labels of items that say something of their own (four words or more) after it, in document order. */
export const itemLabels = remember((text): readonly ItemLabel[] => {
  let list = 0;
  let before: Block | undefined;
  return blocks(text).flatMap((block): ItemLabel[] => {
    if (
      before === undefined ||
      before.kind !== block.kind ||
      (block.kind === "item" && before.item?.ordered !== block.item?.ordered)
    )
      list++;
    before = block;
    if (block.kind !== "item") return [];
    const match = LABEL.exec(text.slice(block.start, Math.min(block.end, block.start + 80)));
    if (match === null) return [];
    const [whole, mark = "", label = ""] = match;
    const start = block.start + mark.length;
    const span = { start, end: start + label.length };
    const explanation = text.slice(block.start + whole.length, block.end);
    const explains = (explanation.match(/\p{L}+/gu)?.length ?? 0) >= 4;
    const isShort = label.split(/\s+/u).length <= 6;
    return explains && isShort && !touchesAny(span, untouchable(text))
      ? [{ ...span, text: label, explanation, list }]
      : [];
  });
});
