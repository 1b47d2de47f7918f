import { type AugmentationContext, type Skip, skip, type Text } from "../contract.js";
import { looksEnglish } from "./english.js";
import { realise } from "./grammar.js";
import { readLexicon } from "./lexicon.js";
import { plainSentences } from "./prose.js";
import { askedAs, questionOf } from "./question.js";

/** What is declared alike of the operators that set a passage beside the question. */
export const FOREIGN_PASSAGE = Object.freeze({
  attribute: "prompt wrapping",
  applies: "English questions, where another item of the data offers sentences.",
  languages: ["en"],
  preserves: ["code", "math"],
  targets: ["tokens", "sentences"],
} as const);

/** Up to three sentences of another item above or below the question, parted from it by a line that says to ignore them. */
export function withForeignPassage(
  text: Text,
  { random, corpus }: AugmentationContext,
  place: "above" | "below",
): Text | Skip {
  const asked = questionOf(text);
  if (asked.trim() === "") return skip("no-question");
  if (!looksEnglish(asked)) return skip("not-english");
  const donor = corpus.donor();
  if (donor === undefined) return skip("no-donor");
  const foreign = plainSentences(donor.response)
    .filter(({ terminated }) => terminated)
    .slice(0, 3)
    .map((sentence) => sentence.text.replace(/\s+/gu, " "))
    .join(" ");
  if (foreign === "") return skip("no-donor-sentence");
  const line = realise(readLexicon("ignore-lines"), place, random);
  const parts = place === "above" ? [foreign, line, asked] : [asked.trimEnd(), line, foreign];
  return askedAs(text, parts.join("\n\n"));
}
