import { defineAugmentation } from "../src/contract.js";
import { removedCalls } from "../src/text/code/calls.js";
import { changeCode } from "../src/text/code/changes.js";

export default defineAugmentation({
  summary:
    "Takes one call out of the code: a statement, a link of a chain, or a function around its argument.",
  version: 1,
  expects: "lower",
  attribute: "code correctness",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, with a call that has an effect or changes a value; not logging, tests and usage examples.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  targets: ["tokens"],
  source:
    "Crome (arXiv 2506.16507), degradation of a causal attribute; statement deletion; rules written for tare after the mutation operators of Offutt et al. (An Experimental Determination of Sufficient Mutant Operators, 1996).",
  apply: (text, { random }) => changeCode(text, random, removedCalls, "no-call"),
  examples: [
    {
      prompt: "Sort names without their spaces.",
      response:
        "```python\ndef clean(names):\n    result = []\n    for name in names:\n        result.append(name)\n    return result\n```",
      becomes:
        "```python\ndef clean(names):\n    result = []\n    for name in names:\n        pass\n    return result\n```",
    },
    {
      prompt: "Compare two words whatever their case.",
      response: "function same(a, b) {\n  return a.toLowerCase() === b;\n}\n\nThat is all.",
      becomes: "function same(a, b) {\n  return a === b;\n}\n\nThat is all.",
    },
    {
      prompt: "Count.",
      response: "```cpp\nint twice(int n) {\n    return 2 * n;\n}\n```",
      skips: "no-call",
    },
    {
      prompt: "Call me?",
      response: "I will call you (maybe).",
      skips: "no-code",
    },
  ],
});
