import { defineAugmentation, skip } from "../src/contract.js";
import { contentWords } from "../src/text/content-words.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
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
    const question = messages.findLast(({ role }) => role === "user")?.content ?? "";
    if (!looksEnglish(response)) return skip("not-english");
    const words = [...contentWords(question)].filter((word) => /^\p{L}{3,}$/u.test(word));
    if (words.length < 3) return skip("few-key-words");
    const list = random.shuffle(words).slice(0, MOST).join(", ");
    return (
      below(response, `${realise(readLexicon("keyword-labels"), "lead", random)} ${list}`) ??
      skip("open-ended")
    );
  },
  examples: [
    {
      prompt: "How do cherries grow in a cold climate?",
      response: "They need a long winter.",
      becomes: "They need a long winter.\n\nGlossary: cherries, climate, cold, grow",
    },
    {
      prompt: "Explain how paint protects iron from rust.",
      response: "It keeps the water away.",
      becomes: "It keeps the water away.\n\nTags: paint, rust, explain, iron, protects",
    },
    { prompt: "Why?", response: "Because of the water in the air.", skips: "few-key-words" },
  ],
});
