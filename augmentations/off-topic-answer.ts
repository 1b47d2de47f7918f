import { defineAugmentation, skip } from "../src/contract.js";
import { contentWords } from "../src/text/content-words.js";
import { questionOf } from "../src/text/question.js";

/** Prompts that share more of their content words may have one answer. */
const MOST_SHARED = 0.3;

export default defineAugmentation({
  summary: "Gives the answer to another prompt in the place of the answer.",
  version: 1,
  expects: "lower",
  attribute: "relevance",
  changes: "response",
  applies: "Every item, where the data holds an answer to a prompt about something else.",
  languages: "any",
  preserves: [],
  touches: ["reasoning", "tool calls"],
  targets: ["tokens", "sentences"],
  source: "Crome (arXiv 2506.16507), degradation of relevance; rules written for tare.",
  apply(text, { corpus }) {
    if (!/[\p{L}\p{N}]/u.test(text.response)) return skip("no-words");
    const donor = corpus.donor();
    if (donor === undefined) return skip("no-donor");
    if (donor.response.trim() === "" || donor.response === text.response) return skip("no-other-answer");
    if (shared(contentWords(questionOf(text)), contentWords(questionOf(donor))) > MOST_SHARED)
      return skip("like-prompts");
    return donor.response;
  },
  examples: [
    {
      prompt: "How do bees make honey?",
      response: "Bees gather nectar and fan it dry.",
      donor: { prompt: "What is a mortgage?", response: "A loan secured by a house." },
      becomes: "A loan secured by a house.",
    },
    {
      prompt: "Name a prime.",
      response: "Seven.",
      donor: { prompt: "Who painted Guernica?", response: "Picasso painted it in 1937." },
      becomes: "Picasso painted it in 1937.",
    },
    {
      prompt: "How do bees make honey?",
      response: "Bees gather nectar and fan it dry.",
      donor: { prompt: "Can you tell how bees make honey?", response: "From nectar." },
      skips: "like-prompts",
    },
    { prompt: "Name a prime.", response: "Seven.", skips: "no-donor" },
  ],
});

/** Share of the words of both that both have; 0 where neither has any. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}
