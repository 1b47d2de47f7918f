import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { listOf, readLexicon } from "../src/text/lexicon.js";
import { plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Sets an emoji after half of the sentences, at least one.",
  version: 1,
  expects: "not-higher",
  attribute: "emoji",
  changes: "response",
  applies: "Answers with a finished sentence in a paragraph or list, and without emoji.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers", "names"],
  targets: ["sentences"],
  source: "LMSYS style control and emoji in chat answers; list written for tare.",
  apply({ response }, { random }) {
    if (/\p{Extended_Pictographic}/u.test(response)) return skip("has-emoji");
    const ends = plainSentences(response)
      .filter(({ terminated, end }) => terminated && /^(?:\s|$)/u.test(response.slice(end, end + 1)))
      .map(({ end }) => end);
    if (ends.length === 0) return skip("no-sentence");
    const emoji = listOf(readLexicon("emoji"), "cheerful");
    const chosen = random.shuffle(ends).slice(0, Math.ceil(ends.length / 2));
    return applyEdits(
      response,
      chosen.map((end) => ({ start: end, end, text: ` ${random.pick(emoji)}` })),
    );
  },
  examples: [
    {
      response: "The museum opens at nine. It is free on Sundays.",
      becomes: "The museum opens at nine. 🌈 It is free on Sundays.",
    },
    {
      response: "* Bring a towel.\n* Leave the dog at home.",
      becomes: "* Bring a towel. 🎉\n* Leave the dog at home.",
    },
    { response: "Welcome to the club! 🎉", skips: "has-emoji" },
    { response: "```css\np { margin: 0 }\n```", skips: "no-sentence" },
  ],
});
