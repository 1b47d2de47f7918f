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
  targets: ["tokens", "sentences"],
  source: "Verbosity bias (Saito et al. 2023, arXiv 2310.10076); summary grammar written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (PRESENT.test(response)) return skip("has-summary");
    if (plainSentences(response).length < 3) return skip("few-sentences");
    const topics = subjects(response);
    if (topics.length < 3) return skip("few-subjects");
    const [first, second, third] = topics;
    const summary = realise(readLexicon("summary"), "lead", random);
    return below(response, summary.replace("TOPICS", `${first}, ${second} and ${third}`));
  },
  examples: [
    {
      prompt: "Is it cold on Mars?",
      response: "Overall, it is far colder there than on the Earth.",
      skips: "has-summary",
    },
    {
      prompt: "How does a lighthouse work?",
      response:
        "The lamp stands in the middle of a lens. The lens bends the light of the lamp into a beam. Each turn of the lens sends the beam over the sea, and the beam tells the ships where they are.",
      becomes:
        "The lamp stands in the middle of a lens. The lens bends the light of the lamp into a beam. Each turn of the lens sends the beam over the sea, and the beam tells the ships where they are.\n\nAs shown above, lens, beam and lamp: that, in conclusion, is what is at stake here.",
    },
    { prompt: "Is it cold on Mars?", response: "It is very cold there.", skips: "few-sentences" },
    {
      prompt: "How is cheese made?",
      response:
        "The milk is warmed, and rennet turns the milk into curd. Then whey drains off as the curd is cut. Salt draws out more whey and keeps the curd from going bad.",
      becomes:
        "The milk is warmed, and rennet turns the milk into curd. Then whey drains off as the curd is cut. Salt draws out more whey and keeps the curd from going bad.\n\nIf you take away a few things from this, let them be curd, milk and whey.",
    },
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
