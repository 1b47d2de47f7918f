import { defineAugmentation } from "../src/contract.js";
import { changeCode } from "../src/text/code/changes.js";
import { offByOne } from "../src/text/code/off-by-one.js";

export default defineAugmentation({
  summary: "Moves one bound, index, slice or starting value of the code by one.",
  version: 1,
  expects: "lower",
  attribute: "code correctness",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, that counts: a loop bound, range, index, n - 1, or a compared or counted number; not in tests and usage examples.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  source:
    "Crome (arXiv 2506.16507), degradation of a causal attribute; off-by-one errors; rules written for tare after the mutation operators of Offutt et al. (An Experimental Determination of Sufficient Mutant Operators, 1996).",
  apply: (text, { random }) => changeCode(text, random, offByOne, "no-bound"),
  examples: [
    {
      prompt: "Write a function that sums the first n numbers.",
      response:
        "```python\ndef total(n):\n    result = 0\n    for i in range(n):\n        result += i\n    return result\n```",
      becomes:
        "```python\ndef total(n):\n    result = 0\n    for i in range(n - 1):\n        result += i\n    return result\n```",
    },
    {
      prompt: "Is the list sorted?",
      response:
        "Use this:\n\n```go\nfunc sorted(x []int) bool {\n\tfor i := 0; i < len(x)-1; i++ {\n\t\tif x[i] > x[i+1] {\n\t\t\treturn false\n\t\t}\n\t}\n\treturn true\n}\n```",
      becomes:
        "Use this:\n\n```go\nfunc sorted(x []int) bool {\n\tfor i := 1; i < len(x)-1; i++ {\n\t\tif x[i] > x[i+1] {\n\t\t\treturn false\n\t\t}\n\t}\n\treturn true\n}\n```",
    },
    {
      prompt: "Greet me.",
      response: '```python\ndef greet(name):\n    return "Hello 1 " + name\n```',
      skips: "no-bound",
    },
    {
      prompt: "How many?",
      response: "There are 3 of them, from 1 to 3.",
      skips: "no-code",
    },
  ],
});
