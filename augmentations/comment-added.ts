import { defineAugmentation, skip } from "../src/contract.js";
import { codeBlocks, editInText } from "../src/text/code/blocks.js";
import { remarks } from "../src/text/code/remarks.js";
import { keepsTree } from "../src/text/code/rewrites.js";
import { workingCode } from "../src/text/code/views.js";
import { applyEdits } from "../src/text/edits.js";

export default defineAugmentation({
  summary: "Puts short true comments, made of the code's own names, above some of its statements.",
  version: 1,
  expects: "same",
  attribute: "code style",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, with loops, conditions, assignments or returned variables of a plain form that have no comment yet.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  targets: ["tokens"],
  source:
    "ReCode (Wang et al. 2023, arXiv 2212.10264), comments that keep the meaning of code; grammar written for tare.",
  apply({ messages, response }, { random }) {
    if (codeBlocks(response).length === 0) return skip("no-code");
    const views = workingCode(response, messages);
    if (views.length === 0) return skip("code-unknown");
    const edits = views.flatMap((view) => {
      const added = remarks(view, random);
      return keepsTree(view, added) ? added.map((edit) => editInText(response, view.block, edit)) : [];
    });
    return edits.length === 0 ? skip("no-plain-statement") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "Write a function that adds up a list.",
      response:
        "```python\ndef add_up(xs):\n    result = 0\n    for x in xs:\n        result += x\n    return result\n```",
      becomes:
        "```python\ndef add_up(xs):\n    result = 0\n    # For every x from xs\n    for x in xs:\n        result += x\n    return result\n```",
    },
    {
      prompt: "Keep the even numbers, in Go.",
      response:
        "func Evens(xs []int) []int {\n\tvar kept []int\n\tfor _, x := range xs {\n\t\tif x%2 == 0 {\n\t\t\tkept = append(kept, x)\n\t\t}\n\t}\n\treturn kept\n}\n\nIt keeps the order.",
      becomes:
        "func Evens(xs []int) []int {\n\tvar kept []int\n\tfor _, x := range xs {\n\t\tif x%2 == 0 {\n\t\t\t// We want x in kept\n\t\t\tkept = append(kept, x)\n\t\t}\n\t}\n\treturn kept\n}\n\nIt keeps the order.",
    },
    {
      prompt: "Double it.",
      response: "```rust\nfn double(n: i32) -> i32 {\n    n * 2\n}\n```",
      skips: "no-plain-statement",
    },
    { prompt: "Any comment?", response: "No comment.", skips: "no-code" },
  ],
});
