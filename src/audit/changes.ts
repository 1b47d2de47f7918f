import { diffWordsWithSpace } from "diff";

export interface Change {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Characters shown of what stays, on either side of a change. */
const CONTEXT = 40;
/** Words changed beyond which two texts are shown one after the other: they have little in common. */
const MOST = 1500;

/** Two texts as what stays, goes and comes, word by word; long stretches that stay are cut to what surrounds the changes. */
export function changesBetween(before: string, after: string): Change[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST });
  if (parts === undefined)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return parts.map(({ value, added, removed }, index) => {
    if (added) return { kind: "added", text: value };
    if (removed) return { kind: "removed", text: value };
    return { kind: "same", text: cut(value, index > 0, index < parts.length - 1) };
  });
}

function cut(text: string, follows: boolean, precedes: boolean): string {
  const head = follows ? CONTEXT : 0;
  const tail = precedes ? CONTEXT : 0;
  if (text.length <= head + tail + 3) return text;
  return `${text.slice(0, head)} … ${tail === 0 ? "" : text.slice(-tail)}`;
}
