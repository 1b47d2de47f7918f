import { defineAugmentation } from "../src/contract.js";
import { changeCode } from "../src/text/code/changes.js";
import { wrongVariables } from "../src/text/code/variables.js";

export default defineAugmentation({
  summary: "Reads another variable that is in scope in one place of the code.",
  version: 1,
  expects: "lower",
  attribute: "code correctness",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, with two variables or more in a function; not in tests and usage examples.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  source:
    "Crome (arXiv 2506.16507), degradation of a causal attribute; variable replacement; rules written for tare after the mutation operators of Offutt et al. (An Experimental Determination of Sufficient Mutant Operators, 1996).",
  apply: (text, { random }) => changeCode(text, random, wrongVariables, "one-variable"),
  examples: [
    {
      prompt: "Area of a rectangle?",
      response: "```java\ndouble area(double width, double height) {\n    return width * height;\n}\n```",
      becomes: "```java\ndouble area(double width, double height) {\n    return width * width;\n}\n```",
    },
    {
      prompt: "Find the largest.",
      response:
        "def largest(xs):\n    best = xs[0]\n    for x in xs:\n        if x > best:\n            best = x\n    return best\n\nCall it with a list.",
      becomes:
        "def largest(xs):\n    best = xs[0]\n    for x in xs:\n        if x > best:\n            best = best\n    return best\n\nCall it with a list.",
    },
    {
      prompt: "Square it.",
      response: "```python\ndef square(n):\n    return n * n\n```",
      skips: "one-variable",
    },
    {
      prompt: "Swap them?",
      response: "Then a = b and b = a.",
      skips: "no-code",
    },
  ],
});
