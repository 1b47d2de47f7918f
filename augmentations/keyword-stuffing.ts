import { defineAugmentation, skip } from "../src/contract.js";
import { contentWords } from "../src/text/content-words.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { lastOfUser } from "../src/text/question.js";
import { below } from "../src/text/standing-beside.js";

const MOST = 10;

export default defineAugmentation({
  summary: "Ends with a list of the question's own key words.",
  version: 1,
  expects: "not-higher",
  attribute: "keywords",
  changes: "response",
  applies: "English answers to a question with three key words or more.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  source: "Keyword stuffing, known from search engines; labels written for tare.",
  apply({ messages, response }, { random }) {
    const question = lastOfUser(messages);
    if (!looksEnglish(response)) return skip("not-english");
    const words = [...contentWords(question)].filter((word) => /^\p{L}{3,}$/u.test(word));
    if (words.length < 3) return skip("few-key-words");
    const list = random.shuffle(words).slice(0, MOST).join(", ");
    return below(response, `${realise(readLexicon("keyword-labels"), "lead", random)} ${list}`);
  },
  examples: [
    {
      prompt: "Which birds migrate across the Sahara desert?",
      response: "Swallows and storks do so every year.",
      becomes: "Swallows and storks do so every year.\n\nCovered above: migrate, sahara, birds, desert",
    },
    {
      prompt: "Suggest a quiet hobby for winter evenings.",
      response: "You could learn to carve spoons.",
      becomes: "You could learn to carve spoons.\n\nKey points on: quiet, evenings, hobby, winter, suggest",
    },
    { prompt: "And then?", response: "The king gave his crown to the miller.", skips: "few-key-words" },
  ],
});
