import { defineAugmentation } from "../src/contract.js";
import { changeCode } from "../src/text/code/changes.js";
import { invertedConditions } from "../src/text/code/conditions.js";

export default defineAugmentation({
  summary: "Turns one condition of the code into its contrary.",
  version: 1,
  expects: "lower",
  attribute: "code correctness",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, with a branch (or, without one, a loop) that depends on a condition; not in tests and usage examples.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  source:
    "Crome (arXiv 2506.16507), degradation of a causal attribute; negated conditions; rules written for tare after the mutation operators of Offutt et al. (An Experimental Determination of Sufficient Mutant Operators, 1996).",
  apply: (text, { random }) => changeCode(text, random, invertedConditions, "no-condition"),
  examples: [
    {
      prompt: "Write a function that keeps the even numbers.",
      response: "```python\ndef evens(xs):\n    return [x for x in xs if x % 2 == 0]\n```",
      becomes: "```python\ndef evens(xs):\n    return [x for x in xs if x % 2 != 0]\n```",
    },
    {
      prompt: "Check an input in Rust.",
      response:
        "fn check(name: &str) -> bool {\n    if name.is_empty() {\n        return false;\n    }\n    true\n}\n\nIt refuses empty names.",
      becomes:
        "fn check(name: &str) -> bool {\n    if !name.is_empty() {\n        return false;\n    }\n    true\n}\n\nIt refuses empty names.",
    },
    {
      prompt: "Is it in the list?",
      response:
        "```javascript\nfunction has(list, x) {\n  if (list && list.includes(x)) {\n    return 1;\n  }\n  return 0;\n}\n```",
      becomes:
        "```javascript\nfunction has(list, x) {\n  if (!(list && list.includes(x))) {\n    return 1;\n  }\n  return 0;\n}\n```",
    },
    {
      prompt: "Add them.",
      response: "```java\nint add(int a, int b) {\n    return a + b;\n}\n```",
      skips: "no-condition",
    },
  ],
});
