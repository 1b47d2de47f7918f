import { type Skip, skip, type Text } from "../contract.js";
import { asksForWording } from "./asked-form.js";
import { applyEdits, type Edit } from "./edits.js";
import { looksEnglish } from "./english.js";
import { plainSentences } from "./prose.js";
import type { Sentence } from "./sentences.js";

/** What is declared alike of the operators that reword an English answer. */
export const REWORDING = Object.freeze({
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
} as const);

/** An English answer with all edits that `find` finds, where the prompt does not ask for a wording; skips with `none` where there are none. */
export function reworded(
  { messages, response }: Text,
  find: (response: string) => readonly Edit[],
  none: string,
): string | Skip {
  if (!looksEnglish(response)) return skip("not-english");
  if (asksForWording(messages)) return skip("wording-asked");
  const edits = find(response);
  return edits.length === 0 ? skip(none) : applyEdits(response, edits);
}

/** The same sentence by sentence; `rewrite` returns undefined for a sentence that stays. */
export function rewordedBySentence(
  text: Text,
  rewrite: (sentence: Sentence) => string | undefined,
  none: string,
): string | Skip {
  const find = (response: string) =>
    plainSentences(response).flatMap((sentence): Edit[] => {
      const other = rewrite(sentence);
      return other === undefined ? [] : [{ start: sentence.start, end: sentence.end, text: other }];
    });
  return reworded(text, find, none);
}
