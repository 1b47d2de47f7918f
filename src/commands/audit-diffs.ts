import pc from "picocolors";
import { type Change, changesBetween } from "../audit/changes.js";
import type { Sampled } from "../audit/tally.js";
import { harmless } from "./harmless.js";

/** Characters of a difference that are shown. */
const LONGEST = 700;

/** Three random pairs of an operator as coloured differences; [-gone-] and {+new+} without colour. */
export function showDiffs(samples: readonly Sampled[], color: boolean): string {
  const paint = pc.createColors(color);
  const mark = ({ kind, text: found }: Change): string => {
    const text = harmless(found);
    if (kind === "same") return text;
    if (kind === "removed") return color ? paint.strikethrough(paint.red(text)) : `[-${text}-]`;
    return color ? paint.green(text) : `{+${text}+}`;
  };
  return samples
    .map(({ item, before, after }) => {
      const shown = clip(changesBetween(before, after)).map(mark).join("");
      return `  ${paint.dim(`item ${item.slice(0, 12)}`)}\n${shown.replace(/^/gmu, "    ")}`;
    })
    .join("\n");
}

function clip(changes: readonly Change[]): Change[] {
  const shown: Change[] = [];
  let left = LONGEST;
  for (const [index, { kind, text }] of changes.entries()) {
    if (left <= 0) return [...shown, { kind: "same", text: ` … and ${changes.length - index} more pieces` }];
    shown.push({ kind, text: text.length > left ? `${text.slice(0, left)}…` : text });
    left -= text.length;
  }
  return shown;
}
