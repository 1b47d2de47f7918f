import { type AugmentationContext, type Skip, skip, type Text } from "../contract.js";
import { keepsCode } from "./code-kept.js";
import { takenAt } from "./dose-share.js";
import { applyEdits } from "./edits.js";
import { looksEnglish } from "./english.js";
import { misspelt, spelledWords } from "./misspellings.js";
import { questionOf } from "./question.js";

/** Shares of the words of five letters or more. */
export const SPELLING_DOSES = Object.freeze([0.05, 0.15, 0.4]);

/** The answer with a share (`dose`) of its longer words misspelt, each mention by itself. */
export function withMisspellings(
  text: Text,
  { random, dose = SPELLING_DOSES[0]! }: AugmentationContext,
): string | Skip {
  const { response } = text;
  if (!looksEnglish(response)) return skip("not-english");
  if (/\b(?:spell|typo|proofread)/iu.test(questionOf(text))) return skip("about-spelling");
  const words = spelledWords(response);
  const taken = takenAt(dose, SPELLING_DOSES, words.length);
  if (taken === undefined) return skip(words.length === 0 ? "no-long-word" : "too-few-words");
  const edits = random
    .shuffle(words)
    .slice(0, taken)
    .map(({ start, end, text: word }) => ({ start, end, text: misspelt(word, random) }));
  const made = applyEdits(response, edits);
  if (made === response) return skip("too-few-words");
  return keepsCode(response, made) ? made : skip("code-beside");
}
