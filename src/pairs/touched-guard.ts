import { defineGuard, type Guard, type Preserved, type Text } from "../contract.js";
import { preservedContents } from "../text/preserved.js";
import { remember } from "../text/remember.js";
import { changedParts } from "./changed-part.js";

/** The guard that holds an operator to its `preserves`; the first difference is the detail. */
export function touchedGuard(kind: Preserved): Guard {
  const contents = remember((part) => preservedContents(part, kind));
  return defineGuard({
    name: `${kind}-touched`,
    summary: `An operator that preserves ${kind} changed, lost or added some.`,
    refuses: ({ augmentation, base, variant }) => {
      if (!augmentation.preserves.includes(kind)) return undefined;
      const contentsOf = (text: Text) => changedParts(text, augmentation).flatMap(contents);
      const before = contentsOf(base);
      const after = contentsOf(variant);
      const at = before.findIndex((content, index) => content !== after[index]);
      if (at < 0 && after.length === before.length) return undefined;
      const place = at < 0 ? before.length : at;
      return `${quoted(before[place])} became ${quoted(after[place])}`;
    },
  });
}

function quoted(content: string | undefined): string {
  if (content === undefined) return "nothing";
  return JSON.stringify(content.length > 60 ? `${content.slice(0, 60)}…` : content);
}
