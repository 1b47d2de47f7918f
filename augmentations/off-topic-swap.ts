import { defineAugmentation, skip } from "../src/contract.js";
import { countTokens } from "../src/text/counting.js";
import { applyEdits } from "../src/text/edits.js";
import { isMovable } from "../src/text/movable.js";
import { isSelfContained, plainSentences } from "../src/text/prose.js";
import type { Sentence } from "../src/text/sentences.js";

export default defineAugmentation({
  summary: "Replaces a sentence by one from the answer to another prompt.",
  version: 2,
  expects: "lower",
  attribute: "relevance",
  changes: "response",
  applies:
    "Answers of two sentences or more, where another item of the data offers a sentence that can stand alone.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  source: "Crome (arXiv 2506.16507), degradation of relevance; rules written for tare.",
  apply({ response }, { random, corpus }) {
    const own = plainSentences(response);
    if (own.filter(({ terminated }) => terminated).length < 2) return skip("fewer-than-two-sentences");
    const targets = own.filter((sentence) => isSelfContained(sentence) && countTokens(sentence.text) >= 5);
    if (targets.length === 0) return skip("no-replaceable-sentence");
    const donor = corpus.donor();
    if (donor === undefined) return skip("no-donor");
    const offered = plainSentences(donor.response).filter(
      (sentence) => isMovable(sentence) && !response.includes(sentence.text),
    );
    if (offered.length === 0) return skip("no-donor-sentence");
    const target = random.pick(targets);
    // The nearest in length among a few: length is another attribute.
    const length = countTokens(target.text);
    const text = nearestInLength(random.shuffle(offered).slice(0, 4), length);
    return applyEdits(response, [{ start: target.start, end: target.end, text }]);
  },
  examples: [
    {
      prompt: "How do bees make honey?",
      response: "Bees gather nectar from flowers. They store it in combs. Their wings fan it dry.",
      donor: {
        prompt: "What is a mortgage?",
        response: "A mortgage is a loan secured by a house. Most are repaid over decades.",
      },
      becomes:
        "Bees gather nectar from flowers. A mortgage is a loan secured by a house. Their wings fan it dry.",
    },
    {
      prompt: "How do bees make honey?",
      response: "Bees gather nectar from flowers. They store it in combs.",
      skips: "no-donor",
    },
    {
      prompt: "How do bees make honey?",
      response: "Bees gather nectar from flowers.",
      donor: {
        prompt: "What is a mortgage?",
        response: "A mortgage is a loan secured by a house. Most are repaid over decades.",
      },
      skips: "fewer-than-two-sentences",
    },
    {
      prompt: "How do bees make honey?",
      response: "Bees gather nectar from flowers. They store it in combs.",
      donor: {
        prompt: "Is it far?",
        response: "It is not.",
      },
      skips: "no-donor-sentence",
    },
  ],
});

function nearestInLength(candidates: readonly Sentence[], length: number): string {
  const distance = ({ text }: Sentence) => Math.abs(countTokens(text) - length);
  return candidates.reduce((best, one) => (distance(one) < distance(best) ? one : best)).text;
}
