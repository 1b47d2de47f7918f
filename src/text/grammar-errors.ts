import type { Edit } from "./edits.js";
import { negationWords, thirdPerson } from "./negation-words.js";
import { adjoins, type ProseWord, proseWords } from "./prose-words.js";
import { remember } from "./remember.js";
import { likeCase, takesAn } from "./wording.js";

/** Each the form that does not agree with what the other agrees with. */
const SWAPPED: ReadonlyMap<string, string> = new Map(
  [
    "is are",
    "was were",
    "has have",
    "does do",
    "isn't aren't",
    "wasn't weren't",
    "hasn't haven't",
    "doesn't don't",
  ].flatMap((pair): [string, string][] => {
    const [one, many] = pair.split(" ") as [string, string];
    return [
      [one, many],
      [many, one],
    ];
  }),
);
const BEFORE_BASE = /^(?:to|can|could|will|would|should|may|might|must|cannot|can't|don't|doesn't)$/u;
const PRONOUNS = /^(?:he|she|it|they|we|this|that|these|those|which|who)$/u;

/**
 * One edit for each place where the grammar of English prose can be broken beyond doubt, in order, none beside another:
 * agreement of be, have, do and of plain verbs ("it provide"), the form after "to" and modals ("to provides"), and
 * articles ("an river", "is river"). Names and words in capitals stay.
 */
export const grammarErrors = remember((text): readonly Edit[] => {
  const words = proseWords(text);
  const edits: Edit[] = [];
  let free = 0; // the next word that no edit touches or stands beside
  for (const [at, word] of words.entries()) {
    if (at < free || /\p{Lu}{2}/u.test(word.text)) continue;
    const edit = errorAt(text, words[at - 1], word, words[at + 1]);
    if (edit === undefined) continue;
    edits.push(edit);
    free = at + 3;
  }
  return edits;
});

function errorAt(
  text: string,
  before: ProseWord | undefined,
  word: ProseWord,
  after: ProseWord | undefined,
): Edit | undefined {
  const follows = adjoins(text, before, word);
  const replaced = (by: string): Edit => ({
    start: word.start,
    end: word.end,
    text: likeCase(word.text, by),
  });
  const swapped = SWAPPED.get(word.lower);
  if (swapped !== undefined) {
    // "Do this", "Is it": at the beginning it may be an order or a question, where the error shows less.
    return follows && !word.initial ? replaced(swapped) : undefined;
  }
  if (/^an?$/u.test(word.lower))
    return adjoins(text, word, after) ? articleError(text, word, after!) : undefined;
  if (!follows || before === undefined || word.text !== word.lower) return undefined;
  const { third, plain } = negationWords();
  const base = third.get(word.lower);
  if (base !== undefined && (PRONOUNS.test(before.lower) || /[^s]$/u.test(before.lower)))
    return replaced(base);
  return plain.has(word.lower) && BEFORE_BASE.test(before.lower)
    ? replaced(thirdPerson(word.lower))
    : undefined;
}

/** Every other article is lost, the rest take the wrong form. */
function articleError(text: string, word: ProseWord, after: ProseWord): Edit | undefined {
  if (
    word.initial ||
    /\p{Lu}|\d/u.test(after.text) ||
    /^(?:few|little|lot|bit|number|hundred|thousand)$/u.test(after.lower)
  )
    return undefined;
  if (after.start % 2 === 0) return { start: word.start, end: after.start, text: "" };
  const wrong = takesAn(after.text) ? "a" : "an";
  return word.lower === wrong || !/^ $/u.test(text.slice(word.end, after.start))
    ? undefined
    : { start: word.start, end: word.end, text: wrong };
}
