import { defineAugmentation } from "../src/contract.js";
import { changeCode } from "../src/text/code/changes.js";
import { wrongReturns } from "../src/text/code/returns.js";

export default defineAugmentation({
  summary: "Makes one function return another value: the contrary, another variable or another constant.",
  version: 1,
  expects: "lower",
  attribute: "code correctness",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, with a function that returns a value; not in tests and usage examples.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  source:
    "Crome (arXiv 2506.16507), degradation of a causal attribute; return values; rules written for tare after the mutation operators of Offutt et al. (An Experimental Determination of Sufficient Mutant Operators, 1996).",
  apply: (text, { random }) => changeCode(text, random, wrongReturns, "no-return"),
  examples: [
    {
      prompt: "Write is_even.",
      response: "```python\ndef is_even(n):\n    return n % 2 == 0\n```",
      becomes: "```python\ndef is_even(n):\n    return n % 2 != 0\n```",
    },
    {
      prompt: "Write max in Go.",
      response:
        "```go\nfunc max(first int, second int) int {\n\tif first > second {\n\t\treturn first\n\t}\n\treturn second\n}\n```",
      becomes:
        "```go\nfunc max(first int, second int) int {\n\tif first > second {\n\t\treturn first\n\t}\n\treturn first\n}\n```",
    },
    {
      prompt: "Say hello.",
      response: '```python\ndef hello():\n    print("hello")\n```',
      skips: "no-return",
    },
    {
      prompt: "Will it return?",
      response: "It will return true.",
      skips: "no-code",
    },
  ],
});
