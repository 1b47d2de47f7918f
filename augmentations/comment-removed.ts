import { defineAugmentation } from "../src/contract.js";
import { withoutExplanations } from "../src/text/code/comments.js";
import { rewriteCode } from "../src/text/code/rewrites.js";

export default defineAugmentation({
  summary: "Takes out the comments that only explain the code.",
  version: 1,
  expects: "same",
  attribute: "code style",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, with such comments; documentation, shown results, directives and comments that stand for code are kept.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  targets: ["tokens"],
  source:
    "ReCode (Wang et al. 2023, arXiv 2212.10264), perturbations that keep the meaning of code; rules written for tare.",
  apply: ({ response }) => rewriteCode(response, withoutExplanations, "no-comment"),
  examples: [
    {
      prompt: "Write a sum.",
      response:
        '```python\n# Adds numbers up\ndef total(xs):\n    """Return the sum."""\n    result = 0  # the start\n    for x in xs:\n        # one by one\n        result += x\n    return result\n\nprint(total([1, 2]))  # Output: 3\n```',
      becomes:
        '```python\ndef total(xs):\n    """Return the sum."""\n    result = 0\n    for x in xs:\n        result += x\n    return result\n\nprint(total([1, 2]))  # Output: 3\n```',
    },
    {
      prompt: "Write max in C.",
      response:
        "int max(int a, int b) {\n    // compare both\n    return a > b ? a : b; /* the larger one */\n}\n\nIt works for all integers.",
      becomes: "int max(int a, int b) {\n    return a > b ? a : b;\n}\n\nIt works for all integers.",
    },
    {
      prompt: "Write abs.",
      response:
        "```go\n// Abs gives the absolute value.\nfunc Abs(n int) int {\n\tif n < 0 {\n\t\treturn -n\n\t}\n\treturn n\n}\n```",
      skips: "no-comment",
    },
    {
      prompt: "Comment on it.",
      response: "No comment. // Really.",
      skips: "no-code",
    },
  ],
});
