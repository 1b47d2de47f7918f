import { defineAugmentation, skip } from "../src/contract.js";
import { editedBesideCode } from "../src/text/code-kept.js";
import type { Edit } from "../src/text/edits.js";
import { plainMath } from "../src/text/plain-math.js";
import { protectedSpans } from "../src/text/protected-spans.js";
import { mergeSpans } from "../src/text/span.js";

const DELIMITED = /^(?:\$\$([\s\S]*)\$\$|\$([^$]*)\$|\\\(([\s\S]*)\\\)|\\\[([\s\S]*)\\\])$/u;

export default defineAugmentation({
  summary: "Writes LaTeX as plain text: $x_1 \\times \\frac{1}{2}$ is x_1 × 1/2.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with math all of which has a plain form; not where LaTeX is asked for.",
  languages: "any",
  preserves: ["code", "urls"],
  targets: ["tokens", "numbers"],
  source: "RM-Bench and LMSYS style control (notation); rules written for tare.",
  apply({ messages, response }) {
    const spans = mergeSpans(protectedSpans(response).filter(({ kind }) => kind === "math"));
    if (spans.length === 0) return skip("no-math");
    if (messages.some(({ content }) => /latex|\btex\b|mathjax|katex|\\boxed/iu.test(content)))
      return skip("form-asked");
    const edits = spans.flatMap(({ start, end }): Edit[] => {
      const inside = DELIMITED.exec(response.slice(start, end).trim())
        ?.slice(1)
        .find((part) => part !== undefined);
      const text = inside === undefined ? undefined : plainMath(inside);
      return text === undefined ? [] : [{ start, end, text }];
    });
    // Half in one notation and half in another would be worse.
    if (edits.length < spans.length) return skip("no-plain-form");
    return editedBesideCode(response, edits);
  },
  examples: [
    {
      prompt: "What is it?",
      response: "It is $x_1 \\times \\frac{1}{2}$, from $5 to $10.",
      becomes: "It is x_1 × 1/2, from $5 to $10.",
    },
    {
      prompt: "What is it?",
      response: "So:\n\n$$\\sqrt{a^2 + b^{10}} \\leq 2\\pi$$\n\nand \\(c\\).",
      becomes: "So:\n\n√(a^2 + b^10) ≤ 2π\n\nand c.",
    },
    {
      prompt: "What is it?",
      response: "$\\begin{matrix} a & b \\end{matrix}$ is it.",
      skips: "no-plain-form",
    },
    { prompt: "What is it?", response: "It costs $5 to $10.", skips: "no-math" },
  ],
});
