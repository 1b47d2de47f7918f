import { type AugmentationContext, type Skip, skip, type Text } from "../contract.js";
import { turnsOnForm } from "./about-form.js";
import { realise } from "./grammar.js";
import { readLexicon } from "./lexicon.js";
import { askedAs, questionOf } from "./question.js";

/** What is declared alike of every operator that rotates the question. */
export const ROTATION = Object.freeze({
  attribute: "prompt cipher",
  applies: "Questions with a Latin letter; not those about spelling, ciphers or texts to be edited.",
  languages: "any",
  preserves: [],
  targets: ["tokens", "sentences", "numbers"],
} as const);

/** Every letter a-z moved on by `by` places of the alphabet, round its end; all else stays. */
export function rotate(text: string, by: number): string {
  return text.replace(/[a-z]/giu, (letter) => {
    const first = letter >= "a" ? 97 : 65;
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + by) % 26));
  });
}

/** The question in the cipher, below a line that names it. */
export function withRotatedQuestion(text: Text, { random }: AugmentationContext, by: number): Text | Skip {
  const asked = questionOf(text);
  if (!/[a-z]/iu.test(asked)) return skip("no-letter");
  if (turnsOnForm(asked)) return skip("about-form");
  const line = realise(readLexicon("cipher-lines"), "line", random).replace("CIPHER", `ROT${by}`);
  return askedAs(text, `${line}\n\n${rotate(asked, by)}`);
}
