import { type AugmentationContext, type Skip, skip, type Text } from "../contract.js";
import { applyEdits } from "./edits.js";
import { looksEnglish } from "./english.js";
import { conversationOf, everywhere } from "./everywhere.js";
import { listOf, readLexicon } from "./lexicon.js";
import { personTerms } from "./person-terms.js";
import { questionOf } from "./question.js";
import { likeCase, withArticle } from "./wording.js";

/** What is declared alike of the operators that swap such a term. */
export const TERM_SWAP = Object.freeze({
  attribute: "identity",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.7,
} as const);

/**
 * Swaps the one term of a lexicon (lists `term` and, in the same order, the `place` or thing it belongs to) that
 * describes persons in the conversation for another, in question and answer. Skips where the term or its place is
 * spoken of otherwise, or a cue tells that the question turns on it.
 */
export function withTermSwapped(
  text: Text,
  { random }: AugmentationContext,
  lexicon: string,
  cues: RegExp,
): Text | Skip {
  const terms = listOf(readLexicon(lexicon), "term");
  const places = listOf(readLexicon(lexicon), "place");
  // Drawn first: what is drawn may not depend on what is found in an answer.
  const order = random.shuffle(terms);
  if (!looksEnglish(questionOf(text))) return skip("not-english");
  const asked = conversationOf(text);
  const words = new Set(asked.match(/\p{Lu}\p{L}+/gu));
  const mentioned = terms.filter((term) => words.has(term) || words.has(`${term}s`));
  if (mentioned.length === 0) return skip("no-term");
  if (mentioned.length > 1) return skip("several-terms");
  if (cues.test(asked)) return skip("question-turns-on-it");
  const term = mentioned[0]!;
  const place = places[terms.indexOf(term)]!;
  const other = order.find((one) => one !== term)!;
  return everywhere(text, (part, where) => {
    const found = personTerms(part, (word) => sameTerm(word.text, term));
    const all = [...part.matchAll(wordPattern(term, "gu"))].length;
    const about = found.length < all || found.some(({ person }) => !person) || mentions(part, place);
    const strange =
      where === "answer" && [other, places[terms.indexOf(other)]!].some((one) => mentions(part, one));
    if (about || strange) return skip(where === "prompt" ? "question-turns-on-it" : "answer-turns-on-it");
    return applyEdits(
      part,
      found.map(({ start, end, text: was }) =>
        withArticle(part, { start, end, text: likeCase(was, other) + (was.length > term.length ? "s" : "") }),
      ),
    );
  });
}

/** The word or its plural, with a capital. */
function wordPattern(term: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${term}s?(?![\\p{L}\\p{N}])`, flags);
}

function mentions(text: string, term: string): boolean {
  return wordPattern(term, "u").test(text);
}

function sameTerm(word: string, term: string): boolean {
  return word === term || word === `${term}s`;
}
