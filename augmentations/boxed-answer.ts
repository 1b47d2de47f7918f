import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";

/** "\boxed{…}" with up to two levels of braces inside, and the dollars directly around it. */
const BOXED = /(\${0,2})\\boxed\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}(\${0,2})/gu;
const SECTION = /(?:^|\n)(?:#{1,4} (?:Final )?Answer:?\s*\n+|#### )(?<answer>[^\n]{1,80})\s*$/u;

export default defineAugmentation({
  summary: "Gives the final answer below a heading (# Answer) and not in \\boxed{}, or the other way round.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies:
    "Answers that end in a boxed result, or in a section that holds nothing but the result; not where a box is asked for.",
  languages: "any",
  preserves: ["code", "urls"],
  targets: ["sentences", "headings", "numbers"],
  source: "reWordBench (arXiv 2503.11751), answer formats of mathematics; rules written for tare.",
  apply({ messages, response }) {
    if (messages.some(({ content }) => /boxed|# answer/iu.test(content))) return skip("form-asked");
    const boxes = [...response.matchAll(BOXED)];
    const box = boxes.at(-1);
    if (box !== undefined) {
      if (boxes.length > 1 || (box[2] ?? "").trim() === "") return skip("several-boxes");
      const [whole, open, answer, close] = box as unknown as [string, string, string, string];
      const span = { start: box.index, end: box.index + whole.length };
      const plain = applyEdits(response, [{ ...span, text: `${open}${answer}${close}` }]);
      return `${plain.trimEnd()}\n\n# Answer\n\n${/[\\^_{}]/u.test(answer) ? `$${answer}$` : answer}\n`;
    }
    const section = SECTION.exec(response);
    const answer = section?.groups?.answer?.trim().replace(/^\$+|\$+$|^\*\*|\*\*$|\.$/gu, "");
    if (section === null || answer === undefined || !isValue(answer)) return skip("no-final-answer");
    return `${response.slice(0, section.index).trimEnd()}\n\nThe answer is $\\boxed{${answer}}$.`.trimStart();
  },
  examples: [
    {
      prompt: "What is 6 x 7?",
      response: "6 x 7 is 42, so it is $\\boxed{42}$.",
      becomes: "6 x 7 is 42, so it is $42$.\n\n# Answer\n\n42\n",
    },
    {
      prompt: "What is a half?",
      response: "It is\n$$\\boxed{\\frac{1}{2}}$$",
      becomes: "It is\n$$\\frac{1}{2}$$\n\n# Answer\n\n$\\frac{1}{2}$\n",
    },
    {
      prompt: "What is 6 x 7?",
      response: "Six sevens.\n\n#### 42",
      becomes: "Six sevens.\n\nThe answer is $\\boxed{42}$.",
    },
    { prompt: "Put it in \\boxed{}.", response: "\\boxed{42}", skips: "form-asked" },
    { prompt: "What is 6 x 7?", response: "It is 42.", skips: "no-final-answer" },
  ],
});

/** A number or a formula, no sentence. */
function isValue(answer: string): boolean {
  return /\d|\\/u.test(answer) && !/\p{L}{3,}\s\p{L}{2,}/u.test(answer.replace(/\\\p{L}+/gu, ""));
}
