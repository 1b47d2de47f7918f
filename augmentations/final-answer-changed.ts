import { defineAugmentation, type Random, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { type FinalAnswer, finalAnswer } from "../src/text/final-answer.js";
import { nearMiss } from "../src/text/near-miss.js";
import { likeCase } from "../src/text/wording.js";

export default defineAugmentation({
  summary: "Changes the result that an answer states, and nothing of the way to it.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "Answers that state a number, a choice or yes or no as their result: boxed, after ####, as 'the answer is', in a concluding sentence, or at their beginning.",
  languages: "any",
  preserves: ["code", "urls"],
  minimumSimilarity: 0.5,
  source:
    "Crome (arXiv 2506.16507), degradation of a causal attribute; forms of stated answers as in MATH and GSM8K; rules written for tare.",
  apply({ messages, response }, { random }) {
    const stated = finalAnswer(response);
    // "No, …" to a remark is no answer.
    const isAsked =
      stated?.kind !== "truth" || messages.length === 0 || messages.at(-1)!.content.includes("?");
    if (stated === undefined || !isAsked) return skip("no-stated-answer");
    return applyEdits(response, [{ start: stated.start, end: stated.end, text: another(stated, random) }]);
  },
  examples: [
    {
      prompt: "What is 6 times 7?",
      response: "6 × 7 = 42. The answer is 42.",
      becomes: "6 × 7 = 42. The answer is 52.",
    },
    {
      prompt: "Which one is it?",
      response: "B is too small and C too large. The correct answer is **(A)**.",
      becomes: "B is too small and C too large. The correct answer is **(D)**.",
    },
    {
      prompt: "Is 17 prime?",
      response: "Yes, 17 has no divisors but 1 and itself.",
      becomes: "No, 17 has no divisors but 1 and itself.",
    },
    {
      prompt: "What is x?",
      response: "Dividing by 3 gives \\[x = \\boxed{1,250}.\\]",
      becomes: "Dividing by 3 gives \\[x = \\boxed{1,230}.\\]",
    },
    {
      prompt: "Tell me a story.",
      response: "There once was a fox that lived in a wood. It was happy.",
      skips: "no-stated-answer",
    },
  ],
});

const OPPOSITES: Readonly<Record<string, string>> = { yes: "no", no: "yes", true: "false", false: "true" };

function another({ text, kind }: FinalAnswer, random: Random): string {
  if (kind === "number") return nearMiss(text, random);
  if (kind === "truth") return likeCase(text, OPPOSITES[text.toLowerCase()]!);
  return random.pick(["A", "B", "C", "D"].filter((letter) => letter !== text.toUpperCase()));
}
