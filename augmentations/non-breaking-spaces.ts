import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { type ProseMatch, proseMatches } from "../src/text/prose-matches.js";

const TYPOGRAPHIC = /(?:\d|(?:^|[\s(])(?:a|A|I|Dr\.|Mr\.|Mrs\.|Prof\.|No\.|p\.|pp\.))$/u;

export default defineAugmentation({
  summary:
    "Makes some spaces non-breaking (U+00A0): after numbers, titles and one-letter words, and a few more.",
  version: 1,
  expects: "same",
  attribute: "whitespace",
  changes: "response",
  applies: "Answers with a space between words.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 1,
  source: "Text pasted from web pages and word processors holds such spaces; rules written for tare.",
  apply({ response }, { random }) {
    const spaces = proseMatches(response, /(?<=[^\s\u0000]) (?=[^\s\u0000])/gu, (kind) => kind !== "cell");
    if (spaces.length === 0) return skip("no-space");
    const first = random.pick(spaces);
    const edits = spaces
      .filter((one) => random.next() < 0.08 || one === first || isTypographic(one))
      .map(({ start, end }) => ({ start, end, text: "\u00A0" }));
    return applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "How tall is it?",
      response: "It is 5 km long, says Dr. Lee.",
      becomes: "It is 5\u00A0km\u00A0long, says Dr.\u00A0Lee.",
    },
    { prompt: "Show it.", response: "Run `a b` now. I mean it.", becomes: "Run `a b` now. I\u00A0mean it." },
    { prompt: "Capital of France?", response: "Paris.", skips: "no-space" },
  ],
});

function isTypographic({ prose, at }: ProseMatch): boolean {
  return TYPOGRAPHIC.test(prose.slice(Math.max(0, at - 8), at));
}
