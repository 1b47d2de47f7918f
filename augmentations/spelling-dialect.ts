import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { respelled } from "../src/text/spelling.js";

export default defineAugmentation({
  summary: "Turns American spelling into British; where there is none, British into American.",
  version: 1,
  expects: "same",
  attribute: "spelling",
  changes: "response",
  applies: "English answers with a word that the two spell differently; names stay.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  source: "CheckList's invariance tests (Ribeiro et al. 2020); word list written for tare.",
  apply({ messages, response }) {
    if (!looksEnglish(response)) return skip("not-english");
    if (messages.some(({ content }) => /\b(?:spell(?:ing|ed)?|british|american english)\b/iu.test(content)))
      return skip("spelling-asked");
    const american = respelled(response, "american");
    const edits = american.length > 0 ? american : respelled(response, "british");
    return edits.length === 0 ? skip("no-such-word") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "How is colour spelled in America?",
      response: "It is spelled color.",
      skips: "spelling-asked",
    },
    {
      prompt: "What is it?",
      response: "Color matters. We organize it by flavor at the Lincoln Center.",
      becomes: "Colour matters. We organise it by flavour at the Lincoln Center.",
    },
    { prompt: "What is it?", response: "It is red.", skips: "no-such-word" },
    {
      prompt: "What is it?",
      response: "Its behaviour was analysed in the centre.",
      becomes: "Its behavior was analyzed in the center.",
    },
  ],
});
