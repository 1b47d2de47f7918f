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
      response: "Rust is iron oxide. Paint keeps the water away.",
      becomes: "Rust is iron oxide. Paint keeps the water away. 🙌",
    },
    {
      response: "- Cherries are red.\n- Strawberries are red too.",
      becomes: "- Cherries are red.\n- Strawberries are red too. 🧠",
    },
    { response: "```js\nfor (;;) {}\n```", skips: "no-sentence" },
    { response: "Rust is iron oxide. 🙂", skips: "has-emoji" },
  ],
});
