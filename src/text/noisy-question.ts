import { type AugmentationContext, type Random, type Skip, skip, type Text } from "../contract.js";
import { turnsOnForm } from "./about-form.js";
import { takenAt } from "./dose-share.js";
import { applyEdits, type Edit } from "./edits.js";
import { proseWords } from "./prose-words.js";
import { askedAs, questionOf } from "./question.js";

/** Shares of the long words. */
const DOSES = Object.freeze([0.1, 0.3]);

/** What is declared alike of every operator that misspells words of the question. */
export const QUESTION_NOISE = Object.freeze({
  attribute: "prompt noise",
  applies:
    "Questions with a word of four Latin letters or more; not those about spelling, quotes or texts to be edited.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.5,
  doses: DOSES,
} as const);

/** Another spelling of a word of four Latin letters or more, or undefined where it has none. Draws from `random` alone. */
export type Misspell = (word: string, random: Random) => string | undefined;

/**
 * The question with a share (`dose`) of its long words misspelt, at least one. A stronger dose goes on where a weaker
 * one stopped, so that its misspellings are among those of the stronger.
 */
export function withNoisyQuestion(
  text: Text,
  { random, dose = 0.1 }: AugmentationContext,
  misspell: Misspell,
): Text | Skip {
  const asked = questionOf(text);
  if (asked.trim() === "") return skip("no-question");
  if (turnsOnForm(asked)) return skip("about-form");
  const words = proseWords(asked).filter((word) => /^\p{Script=Latin}{4,}$/u.test(word.text));
  const wanted = takenAt(dose, DOSES, words.length);
  if (wanted === undefined) return skip(words.length === 0 ? "no-long-word" : "too-few-words");
  const edits: Edit[] = [];
  for (const { start, end, text: word } of random.shuffle(words)) {
    if (edits.length >= wanted) break;
    const other = misspell(word, random);
    if (other !== undefined && other !== word) edits.push({ start, end, text: other });
  }
  if (edits.length < wanted) return skip("too-few-words");
  return askedAs(text, applyEdits(asked, edits));
}
