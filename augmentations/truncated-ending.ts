import { defineAugmentation, skip } from "../src/contract.js";
import { countTokens } from "../src/text/counting.js";
import { plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Breaks off in the middle of a sentence of the last part.",
  version: 2,
  expects: "lower",
  attribute: "completeness",
  changes: "response",
  applies: "Answers with a sentence of six words or more that begins after the first third.",
  languages: "any",
  preserves: [],
  targets: ["tokens", "sentences"],
  source: "Crome (arXiv 2506.16507), degradation of completeness; an answer cut by its length limit.",
  apply({ response }, { random }) {
    let enough = false; // once a beginning is long enough, every later one is
    const cuts = plainSentences(response).filter(({ start, end, text }) => {
      if (start < response.length / 3 && end < response.trimEnd().length) return false;
      enough ||= countTokens(response.slice(0, end)) >= 12;
      return enough && wordEnds(text).length > 0;
    });
    // The later half of them: what is lost is an ending, not the answer.
    const late = cuts.slice(Math.floor(cuts.length / 2));
    if (late.length === 0) return skip("too-short");
    const { start, text } = random.pick(late);
    return response.slice(0, start + random.pick(wordEnds(text)));
  },
  examples: [
    {
      prompt: "Why is the sky blue?",
      response:
        "Sunlight holds every colour. Air scatters short blue waves far more strongly than long red ones, so blue reaches the eye from everywhere.",
      becomes: "Sunlight holds every colour. Air scatters short blue waves far more strongly than long",
    },
    {
      prompt: "How do I reset it?",
      response:
        "Hold the button down.\n\n- Wait until the small green light blinks twice.\n- Let go of the button and count slowly to ten.",
      becomes:
        "Hold the button down.\n\n- Wait until the small green light blinks twice.\n- Let go of the button and count",
    },
    {
      prompt: "Capital of France?",
      response: "Paris.",
      skips: "too-short",
    },
  ],
});

/** Ends of words at which the sentence is plainly unfinished: not in its first words, not before its last two, no open emphasis. */
function wordEnds(sentence: string): number[] {
  const ends = [...sentence.matchAll(/[\p{L}\p{N}'’-]+(?=\s)/gu)].map(
    (match) => match.index + match[0].length,
  );
  return ends.slice(2, -2).filter((end) => (sentence.slice(0, end).match(/\*+|__/gu)?.length ?? 0) % 2 === 0);
}
