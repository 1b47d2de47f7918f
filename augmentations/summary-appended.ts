import { defineAugmentation, skip } from "../src/contract.js";
import { isContentWord } from "../src/text/content-words.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { plainSentences } from "../src/text/prose.js";
import { below } from "../src/text/standing-beside.js";

const PRESENT =
  /\b(?:in (?:summary|short|conclusion|brief)|to sum up|to conclude|overall|all in all|in a nutshell)\b/iu;

export default defineAugmentation({
  summary: "Ends with a summary that names the answer's own subjects and says nothing of them.",
  version: 1,
  expects: "not-higher",
  attribute: "length",
  changes: "response",
  applies: "English answers of three sentences or more without a summary.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  source: "Verbosity bias (Saito et al. 2023, arXiv 2310.10076); summary grammar written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (PRESENT.test(response)) return skip("has-summary");
    if (plainSentences(response).length < 3) return skip("few-sentences");
    const topics = subjects(response);
    if (topics.length < 3) return skip("few-subjects");
    const [first, second, third] = topics;
    const summary = realise(readLexicon("summary"), "lead", random);
    return (
      below(response, summary.replace("TOPICS", `${first}, ${second} and ${third}`)) ?? skip("open-ended")
    );
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "This rust is iron oxide. It forms where bare iron meets water and air. The more water the air holds, the more rust forms on the iron.",
      becomes:
        "This rust is iron oxide. It forms where bare iron meets water and air. The more water the air holds, the more rust forms on the iron.\n\nAgain, iron, rust and forms: that, in short, is what counts here.",
    },
    {
      prompt: "How do volcanoes form?",
      response:
        "The molten rock rises through the crust. Gas in the rock drives an eruption, and each eruption leaves more rock on the crust. Cold lava builds up the mountain.",
      becomes:
        "The molten rock rises through the crust. Gas in the rock drives an eruption, and each eruption leaves more rock on the crust. Cold lava builds up the mountain.\n\nIn essence, the above is about rock, crust and eruption.",
    },
    { prompt: "What is rust?", response: "In short, rust is the oxide of iron.", skips: "has-summary" },
    { prompt: "What is rust?", response: "Rust is iron oxide.", skips: "few-sentences" },
  ],
});

/** Words that come again most often, plain nouns as far as their endings tell; ties in the order of the text. */
function subjects(text: string): string[] {
  const counts = new Map<string, number>();
  for (const { text: sentence } of plainSentences(text)) {
    for (const word of sentence.match(/(?<![\p{L}\d'’-])\p{Ll}{4,}(?![\p{L}\d'’-])/gu) ?? [])
      if (isContentWord(word) && !/(?:ly|ing|ed|ous|ful|ive|able|ible|ally|ize|ise|ical)$/u.test(word))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word);
}
