import { type Skip, skip, type Text } from "../contract.js";
import { informationOf } from "./information.js";
import { isSelfContained, plainSentences } from "./prose.js";
import { removeSentence, standsAlone } from "./sentence-removal.js";
import type { Sentence } from "./sentences.js";

/** The answer without one of the sentences that can go without a visible hole; `choose` gets them, the most informative first. */
export function withoutSentence(
  { response }: Text,
  choose: (ranked: readonly Sentence[]) => Sentence,
): string | Skip {
  const all = plainSentences(response);
  if (all.filter(({ terminated }) => terminated).length < 3) return skip("fewer-than-three-sentences");
  const information = informationOf(all.map(({ text }) => text));
  const ranked = [...all.keys()]
    .filter((at) => isSelfContained(all[at]!) && standsAlone(response, all[at]!))
    .sort((a, b) => information[b]! - information[a]! || a - b)
    .map((at) => all[at]!);
  if (ranked.length === 0) return skip("no-removable-sentence");
  return removeSentence(response, choose(ranked));
}
