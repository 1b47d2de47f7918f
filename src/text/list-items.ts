import type { List } from "mdast";
import { applyEdits, type Edit } from "./edits.js";
import { isPlainList, remarked, topLists } from "./list-renumbering.js";
import { spanOf } from "./markdown.js";
import { untouchable } from "./protected-spans.js";
import { type Span, touchesAny } from "./span.js";

/** An item of a list: its own words and what is nested in it, marker left out, and whether code or the like is in it. */
export interface ListEntry extends Span {
  readonly text: string;
  readonly holdsCode: boolean;
}

/** Lists of the top level with `least` items or more, none of them empty or a check box. */
export function plainLists(text: string, least: number): readonly List[] {
  return topLists(text).filter((list) => isPlainList(list) && list.children.length >= least);
}

export function entriesOf(text: string, list: List): readonly ListEntry[] {
  return list.children.map((item) => {
    const start = spanOf(item.children[0]!).start;
    const { end } = spanOf(item);
    return {
      start,
      end,
      text: text.slice(start, end),
      holdsCode: touchesAny({ start, end }, untouchable(text)),
    };
  });
}

/** The text without those items of the list (by index); numbers close up. The last items that stay keep the gap after the list. */
export function withoutItems(text: string, list: List, dropped: ReadonlySet<number>): string {
  const spans = list.children.map(spanOf);
  const edits = [...dropped].map((index): Edit => {
    const next = spans[index + 1];
    // A last item goes with the gap before it, after whatever else goes.
    if (next !== undefined) return { start: spans[index]!.start, end: next.start, text: "" };
    let before = index;
    while (dropped.has(before - 1)) before--;
    return { start: spans[index]!.start, end: spans[index]!.end, text: before === 0 ? "" : END };
  });
  const shortened = applyEdits(text, edits).replace(new RegExp(`\\s*${END}`, "u"), "");
  return list.ordered === true ? renumbered(shortened, list) : shortened;
}

/** Stands for the gap that goes; no text of a person holds it. */
const END = "\uE000";

function renumbered(text: string, { start, position }: List): string {
  const same = topLists(text).find((list) => spanOf(list).start === (position?.start.offset ?? 0));
  if (same === undefined) return text;
  const delimiter = /^\d+([.)])/u.exec(text.slice(spanOf(same).start, spanOf(same).start + 12))?.[1] ?? ".";
  const edits = remarked(text, same, (index) => `${(start ?? 1) + index}${delimiter}`);
  return applyEdits(
    text,
    edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text),
  );
}
