import { type Random, type Skip, skip } from "../contract.js";
import { applyEdits, type Edit } from "./edits.js";
import { looksEnglish } from "./english.js";
import { aThird } from "./prose.js";

/** What is declared alike of the operators that turn what an English answer states. */
export const DEGRADATION = Object.freeze({
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.7,
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; rules and lexicon written for tare.",
} as const);

/** An English answer with a third of the edits that `find` finds, at least one; skips with `none` where there are none. */
export function withThirdTurned(
  response: string,
  random: Random,
  find: (response: string) => readonly Edit[],
  none: string,
): string | Skip {
  if (!looksEnglish(response)) return skip("not-english");
  const edits = find(response);
  if (edits.length === 0) return skip(none);
  return applyEdits(response, random.shuffle(edits).slice(0, aThird(edits.length)));
}
