import { defineAugmentation, skip } from "../src/contract.js";
import { takenAt } from "../src/text/dose-share.js";
import type { Edit } from "../src/text/edits.js";
import { EDITED_QUESTION, withEditedQuestion } from "../src/text/english-question.js";
import { listOf, readLexicon } from "../src/text/lexicon.js";
import { phraseFinder } from "../src/text/phrases.js";
import { proseWords } from "../src/text/prose-words.js";
import { capitalised, likeCase } from "../src/text/wording.js";

/** Shares of the slips that could be made. */
const DOSES = [0.3, 0.6, 1];

export default defineAugmentation({
  summary:
    "Writes the question as a learner of English might: articles dropped, agreement and prepositions slipped.",
  version: 1,
  expects: "same",
  attribute: "identity",
  changes: "prompt",
  applies:
    "English questions with an article or a phrase that learners slip on; not those about spelling or texts to be edited.",
  ...EDITED_QUESTION,
  minimumSimilarity: 0.4,
  doses: DOSES,
  source:
    "Fairness to those who ask in a second language; the rules are common slips of learners, written for tare.",
  apply(text, { random, dose = 1 }) {
    return withEditedQuestion(text, (asked) => {
      const slips = [...phraseSlips(asked), ...droppedArticles(asked)];
      const apart = slips.filter(
        (one) => !slips.some((other) => other !== one && other.start <= one.start && one.start < other.end),
      );
      const taken = takenAt(dose, DOSES, apart.length);
      if (taken === undefined) return skip(apart.length === 0 ? "no-slip" : "too-few-slips");
      return random.shuffle(apart).slice(0, taken);
    });
  },
  examples: [
    {
      prompt: "Can you tell me what the weather in Lisbon depends on in the spring?",
      response: "On the Azores high.",
      dose: 1,
      compares: {
        base: {
          prompt: "Can you tell me what the weather in Lisbon depends on in the spring?",
          response: "On the Azores high.",
        },
        variant: {
          prompt: "You can tell me what weather in Lisbon depends of in spring?",
          response: "On the Azores high.",
        },
      },
    },
    {
      prompt: "The oven is hot. How do I know whether a loaf is done?",
      response: "Knock on it.",
      dose: 0.6,
      compares: {
        base: {
          prompt: "The oven is hot. How do I know whether a loaf is done?",
          response: "Knock on it.",
        },
        variant: {
          prompt: "Oven is hot. How do I know whether loaf is done?",
          response: "Knock on it.",
        },
      },
    },
    {
      prompt: "Correct the grammar, please: He go.",
      response: "He goes.",
      dose: 1,
      skips: "about-form",
    },
    {
      prompt: "Name three card games.",
      response: "Whist, skat, rummy.",
      dose: 1,
      skips: "no-slip",
    },
    {
      prompt: "Wann blüht der Flieder, und wie lange hält er sich in der Vase?",
      response: "Im Mai.",
      dose: 1,
      skips: "not-english",
    },
  ],
});

let finder: ReturnType<typeof phraseFinder> | undefined;

function phraseSlips(asked: string): Edit[] {
  const [right, slip] = [
    listOf(readLexicon("learner-slips"), "right"),
    listOf(readLexicon("learner-slips"), "slip"),
  ];
  finder ??= phraseFinder(right);
  return finder(asked).map(({ start, end, text, phrase }) => ({
    start,
    end,
    text: likeCase(
      /\p{Ll}/u.test(text) ? text.replace(/^I\b/u, "i") : text,
      slip[right.indexOf(phrase)]!,
    ).replace(/^i\b/u, "I"),
  }));
}

/** An article and the space after it; what then begins the sentence takes its capital. Not "a lot", "a few", "the same". */
function droppedArticles(asked: string): Edit[] {
  const words = proseWords(asked);
  return words.flatMap((word, at): Edit[] => {
    const next = words[at + 1];
    if (
      !/^(?:a|an|the)$/u.test(word.lower) ||
      next === undefined ||
      asked.slice(word.end, next.start) !== " "
    )
      return [];
    if (/^(?:lot|few|little|bit|same|other|c|b)$/u.test(next.lower)) return [];
    const first = asked.charAt(next.start);
    return /^\p{Lu}/u.test(word.text) && word.initial
      ? [{ start: word.start, end: next.start + 1, text: capitalised(first) }]
      : [{ start: word.start, end: next.start, text: "" }];
  });
}
