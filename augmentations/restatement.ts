import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon, wordSet } from "../src/text/lexicon.js";
import { aThird, isSelfContained, plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Says a third of the sentences (at least one) again, each right after itself.",
  version: 1,
  expects: "not-higher",
  attribute: "length",
  changes: "response",
  applies: "English answers with a statement in a paragraph that can stand alone.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences"],
  source:
    "Repetition raises judges' scores (Zheng et al. 2023, arXiv 2306.05685, repetitive list attack); openers written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const statements = plainSentences(response).filter(
      (sentence) =>
        sentence.block.kind === "paragraph" &&
        isSelfContained(sentence) &&
        /\.$/u.test(sentence.text) &&
        opensPlainly(sentence.text) &&
        !sentence.text.includes("\n") &&
        sentence.text.length > 20,
    );
    if (statements.length === 0) return skip("no-statement");
    const lexicon = readLexicon("restating");
    const chosen = random.shuffle(statements).slice(0, aThird(statements.length));
    const edits = chosen.map(({ text, end }) => {
      const again = text.charAt(0).toLowerCase() + text.slice(1);
      return { start: end, end, text: ` ${realise(lexicon, "lead", random)} ${again}` };
    });
    return applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "Why is the sea salty?",
      response: "The rivers carry salt from the rocks. It stays behind when water evaporates.",
      becomes:
        "The rivers carry salt from the rocks. It stays behind when water evaporates. It bears repeating that it stays behind when water evaporates.",
    },
    {
      prompt: "What does a beekeeper do in winter?",
      response: "Not much. The bees keep each other warm in the hive. Now and then, one looks at the stores.",
      becomes:
        "Not much. The bees keep each other warm in the hive. This tells us that the bees keep each other warm in the hive. Now and then, one looks at the stores.",
    },
    { prompt: "What is in the box?", response: "1. Screws\n2. A key for the lock", skips: "no-statement" },
  ],
});

/** Begins with a function word, which loses its capital behind a comma; a name would have to keep it. */
function opensPlainly(text: string): boolean {
  const [word = ""] = /^\p{L}+/u.exec(text) ?? [];
  return word !== "I" && wordSet("function-words", "english").has(word.toLowerCase());
}
