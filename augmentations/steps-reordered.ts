import { defineAugmentation, skip } from "../src/contract.js";
import { keepsCode } from "../src/text/code-kept.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { orderedSteps } from "../src/text/ordered-steps.js";

export default defineAugmentation({
  summary: "Puts numbered steps in another order; the numbers go on to rise, and no step keeps its place.",
  version: 1,
  expects: "lower",
  attribute: "coherence",
  changes: "response",
  applies:
    "English answers with a numbered list whose items tell that they follow each other (then, once, until).",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  source: "Sentence order as the test of coherence (Barzilay and Lapata 2008); rules written for tare.",
  apply({ response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const found = orderedSteps(response);
    if (found === undefined) return skip("no-ordered-steps");
    const steps = found.steps.filter(
      ({ holdsCode, text }) => !holdsCode && !/\bstep \d/iu.test(text.slice(0, 20)),
    );
    if (steps.length < 3) return skip("code-in-steps");
    // One cycle through all of them: every step takes the place of another.
    const cycle = random.shuffle(steps);
    const made = applyEdits(
      response,
      cycle.map(({ start, end }, index) => ({ start, end, text: cycle[(index + 1) % cycle.length]!.text })),
    );
    if (made === response) return skip("steps-alike");
    return keepsCode(response, made) ? made : skip("code-beside");
  },
  examples: [
    {
      prompt: "How do I make tea?",
      response:
        "1. Boil the water.\n2. Pour the water over the leaves.\n3. Let it draw until it is dark.\n4. Then take the leaves out.",
      becomes:
        "1. Then take the leaves out.\n2. Boil the water.\n3. Pour the water over the leaves.\n4. Let it draw until it is dark.",
    },
    {
      prompt: "How do I plant a tree?",
      response:
        "Do this:\n\n1. **Dig**: Dig a wide hole.\n2. **Set**: Once the hole is deep enough, set the tree in.\n3. **Fill**: Finally, fill it with the remaining soil.\n\nWater it well.",
      becomes:
        "Do this:\n\n1. **Fill**: Finally, fill it with the remaining soil.\n2. **Dig**: Dig a wide hole.\n3. **Set**: Once the hole is deep enough, set the tree in.\n\nWater it well.",
    },
    {
      prompt: "What is good for sleep?",
      response: "1. The room is to be dark.\n2. It is to be cool.\n3. The bed is to be wide.",
      skips: "no-ordered-steps",
    },
  ],
});
