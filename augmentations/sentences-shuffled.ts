import { defineAugmentation, skip } from "../src/contract.js";
import { keepsCode } from "../src/text/code-kept.js";
import { applyEdits } from "../src/text/edits.js";
import { isSelfContained, plainSentences } from "../src/text/prose.js";

export default defineAugmentation({
  summary: "Puts the sentences of the paragraphs in another order; none keeps its place.",
  version: 1,
  expects: "lower",
  attribute: "coherence",
  changes: "response",
  applies: "Answers with four sentences or more in paragraphs, lists and code left out.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  source: "Sentence order as the test of coherence (Barzilay and Lapata 2008); rules written for tare.",
  apply({ response }, { random }) {
    const places = plainSentences(response).filter(
      (sentence) =>
        sentence.block.kind === "paragraph" &&
        isSelfContained(sentence) &&
        !/\n|:[*_]*$/u.test(sentence.text),
    );
    if (places.length < 4) return skip("fewer-than-four-sentences");
    // One cycle through all of them: every sentence takes the place of another.
    const cycle = random.shuffle(places);
    const made = applyEdits(
      response,
      cycle.map(({ start, end }, index) => ({
        start,
        end,
        text: cycle[(index + 1) % cycle.length]!.text,
      })),
    );
    if (made === response) return skip("all-sentences-alike");
    return keepsCode(response, made) ? made : skip("code-beside");
  },
  examples: [
    {
      prompt: "Tell me about the Danube.",
      response:
        "The Danube rises in the Black Forest. From there it flows east. It passes ten countries on its way. At last it ends in the Black Sea.",
      becomes:
        "It passes ten countries on its way. The Danube rises in the Black Forest. At last it ends in the Black Sea. From there it flows east.",
    },
    {
      prompt: "How was the trip?",
      response:
        "We left at dawn. The road was empty.\n\n- Bring water.\n- Bring bread.\n\nBy noon we had reached the pass. There we ate. Then we went home.",
      becomes:
        "There we ate. We left at dawn.\n\n- Bring water.\n- Bring bread.\n\nThen we went home. By noon we had reached the pass. The road was empty.",
    },
    {
      prompt: "Who wrote Faust?",
      response: "Goethe wrote Faust. It has two parts. It is long.",
      skips: "fewer-than-four-sentences",
    },
  ],
});
