import { defineAugmentation } from "../src/contract.js";
import { changeCode } from "../src/text/code/changes.js";
import { flippedOperators } from "../src/text/code/operators.js";

export default defineAugmentation({
  summary: "Turns one operator of the code into its opposite (< to >, + to -, and to or).",
  version: 1,
  expects: "lower",
  attribute: "code correctness",
  changes: "response",
  applies:
    "Answers with code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not; not in strings, log messages, tests or usage examples.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  source:
    "Operator replacement of mutation testing (DeMillo, Lipton & Sayward 1978); Crome (arXiv 2506.16507), degradation of a causal attribute; rules written for tare.",
  apply: (text, { random }) => changeCode(text, random, flippedOperators, "no-operator"),
  examples: [
    {
      prompt: "Write is_adult(age).",
      response: "```python\ndef is_adult(age):\n    return age >= 18\n```",
      becomes: "```python\ndef is_adult(age):\n    return age <= 18\n```",
    },
    {
      prompt: "Write sum(xs) in JavaScript.",
      response:
        'Here it is:\n\nfunction sum(xs) {\n  let total = 0;\n  for (const x of xs) {\n    total += x;\n  }\n  return total;\n}\n\nconsole.log("1 + 2 = " + sum([1, 2]));',
      becomes:
        'Here it is:\n\nfunction sum(xs) {\n  let total = 0;\n  for (const x of xs) {\n    total -= x;\n  }\n  return total;\n}\n\nconsole.log("1 + 2 = " + sum([1, 2]));',
    },
    {
      prompt: "Greet me.",
      response: '```python\nprint("1 + 1 < 3", 1 + 1)\n```',
      skips: "no-operator",
    },
    { prompt: "How tall is it?", response: "It is 3 < 4 metres tall.", skips: "no-code" },
  ],
});
