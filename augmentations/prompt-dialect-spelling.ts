import { defineAugmentation, skip } from "../src/contract.js";
import { takenAt } from "../src/text/dose-share.js";
import { EDITED_QUESTION, withEditedQuestion } from "../src/text/english-question.js";
import { listOf, readLexicon } from "../src/text/lexicon.js";
import { phraseFinder } from "../src/text/phrases.js";
import { likeCase } from "../src/text/wording.js";

/** Shares of the words that have such a spelling. */
const DOSES = [0.5, 1];

export default defineAugmentation({
  summary: "Spells words of the question as many dialects of English speak them (gonna, ain't, cookin').",
  version: 1,
  expects: "same",
  attribute: "identity",
  changes: "prompt",
  applies: "English questions with a word of the lexicon; not those about spelling or texts to be edited.",
  ...EDITED_QUESTION,
  minimumSimilarity: 0.4,
  doses: DOSES,
  source: "Fairness to those who write as they speak; spellings written for tare.",
  apply(text, { random, dose = 1 }) {
    return withEditedQuestion(text, (asked) => {
      const found = random.shuffle(find(asked));
      const taken = takenAt(dose, DOSES, found.length);
      if (taken === undefined) return skip(found.length === 0 ? "no-word" : "too-few-words");
      return found.slice(0, taken).map(({ start, end, text: was, phrase }) => ({
        start,
        end,
        text: likeCase(was, spokenFor(phrase)),
      }));
    });
  },
  examples: [
    {
      prompt:
        "What is a good way to get out of the habit of cooking too much, and what do you think about freezing it?",
      response: "Freeze half.",
      dose: 1,
      compares: {
        base: {
          prompt:
            "What is a good way to get out of the habit of cooking too much, and what do you think about freezing it?",
          response: "Freeze half.",
        },
        variant: {
          prompt:
            "What's a good way to get outta the habit o' cookin' too much, an' what d'ya think 'bout freezing it?",
          response: "Freeze half.",
        },
      },
    },
    {
      prompt: "I want to plant beans around the old shed because nothing grows there. How?",
      response: "Dig first.",
      dose: 0.5,
      compares: {
        base: {
          prompt: "I want to plant beans around the old shed because nothing grows there. How?",
          response: "Dig first.",
        },
        variant: {
          prompt: "I wanna plant beans 'round the old shed because nothin' grows there. How?",
          response: "Dig first.",
        },
      },
    },
    {
      prompt: "Translate into slang: I want to go.",
      response: "I wanna go.",
      dose: 1,
      skips: "about-form",
    },
    {
      prompt: "Name three rivers.",
      response: "Seine, Loire, Rhône.",
      dose: 1,
      skips: "no-word",
    },
    {
      prompt: "Wie heißt der längste Fluss der Erde, und wo genau entspringt er?",
      response: "Der Nil.",
      dose: 1,
      skips: "not-english",
    },
  ],
});

let finder: ReturnType<typeof phraseFinder> | undefined;

function find(asked: string) {
  finder ??= phraseFinder(listOf(readLexicon("spoken-spellings"), "standard"));
  return finder(asked);
}

function spokenFor(phrase: string): string {
  const at = listOf(readLexicon("spoken-spellings"), "standard").indexOf(phrase);
  return listOf(readLexicon("spoken-spellings"), "spoken")[at]!;
}
