import type { LeftAlone, LeftAloneKind, RunView } from "../../contract.js";
import { counted } from "./words.js";

const NOUNS: Readonly<Record<LeftAloneKind, string>> = {
  reasoning: "a reasoning block",
  "system prompt": "a system prompt",
  "tool calls": "tool calls",
};

/** What operators left alone, one line each; none where the data hold nothing of the kind. */
export function leftAloneWords({ leftAlone = [] }: Pick<RunView, "leftAlone">): string[] {
  return leftAlone.map(words);
}

function words({ kind, items, kept, replaced, refused }: LeftAlone): string {
  const parts = [
    `left as it was in ${counted(kept, "pair")}`,
    ...(replaced > 0 ? [`gone with the whole answer in ${counted(replaced, "pair")}`] : []),
    ...(refused > 0 ? [`${counted(refused, "pair")} refused since it was touched`] : []),
  ];
  return `${counted(items, "item")} with ${NOUNS[kind]}: ${parts.join(", ")}`;
}
