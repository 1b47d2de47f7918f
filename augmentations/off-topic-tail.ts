import { defineAugmentation, isSkip, skip } from "../src/contract.js";
import { keepsCode } from "../src/text/code-kept.js";
import { isMovable } from "../src/text/movable.js";
import { isSelfContained, plainSentences } from "../src/text/prose.js";
import type { Sentence } from "../src/text/sentences.js";
import { below } from "../src/text/standing-beside.js";

export default defineAugmentation({
  summary: "Goes on with up to three sentences from the answer to another prompt.",
  version: 1,
  expects: "lower",
  attribute: "relevance",
  changes: "response",
  applies: "Answers that do not end inside of code or reasoning, where another item offers sentences.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  targets: ["tokens", "sentences"],
  source: "Crome (arXiv 2506.16507), degradation of relevance; rules written for tare.",
  apply({ response }, { random, corpus }) {
    if (!/[\p{L}\p{N}]/u.test(response)) return skip("no-words");
    const donor = corpus.donor();
    if (donor === undefined) return skip("no-donor");
    const runs = runsOf(plainSentences(donor.response)).filter((run) => !response.includes(run));
    if (runs.length === 0) return skip("no-donor-sentence");
    const made = below(response, random.pick(runs));
    if (isSkip(made)) return made;
    return keepsCode(response, made) ? made : skip("code-beside");
  },
  examples: [
    { prompt: "How do bees make honey?", response: "From nectar.", skips: "no-donor" },
    {
      prompt: "How do bees make honey?",
      response: "Bees gather nectar and fan it dry.",
      donor: {
        prompt: "What is a mortgage?",
        response: "A mortgage is a loan secured by a house. It is repaid over decades.",
      },
      becomes:
        "Bees gather nectar and fan it dry.\n\nA mortgage is a loan secured by a house. It is repaid over decades.",
    },
    {
      prompt: "How do bees make honey?",
      response: "1. They gather nectar.\n2. They fan it dry.",
      donor: {
        prompt: "What is a mortgage?",
        response: "Well:\n\n- A mortgage is a loan secured by a house.",
      },
      becomes: "1. They gather nectar.\n2. They fan it dry.\n\nA mortgage is a loan secured by a house.",
    },
    {
      prompt: "How do bees make honey?",
      response: "From nectar.",
      donor: { prompt: "Is it far?", response: "It is not." },
      skips: "no-donor-sentence",
    },
  ],
});

/** Up to three sentences that follow each other in one block, the first of which stands alone. */
function runsOf(sentences: readonly Sentence[]): string[] {
  return sentences.flatMap((first, index) => {
    if (!isMovable(first)) return [];
    const rest = sentences.slice(index + 1, index + 3);
    const end = rest.findIndex(
      (sentence) =>
        sentence.block !== first.block || !isSelfContained(sentence) || /[\n*_:?]/u.test(sentence.text),
    );
    return [[first, ...(end < 0 ? rest : rest.slice(0, end))].map(({ text }) => text).join(" ")];
  });
}
