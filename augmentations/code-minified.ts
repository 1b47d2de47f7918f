import { defineAugmentation } from "../src/contract.js";
import { minified } from "../src/text/code/layout.js";
import { rewriteCode } from "../src/text/code/rewrites.js";

export default defineAugmentation({
  summary: "Takes blank lines and comments that only explain out of the code.",
  version: 1,
  expects: "same",
  attribute: "code style",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, where two lines or more can go; strings, documentation and all other white space are kept.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  targets: ["tokens", "sentences", "codeSpans"],
  source: "ReCode (Wang et al. 2023, arXiv 2212.10264), layout and comments; rules written for tare.",
  apply: ({ response }) => rewriteCode(response, minified, "already-dense"),
  examples: [
    {
      prompt: "Count vowels.",
      response:
        '```javascript\nfunction vowels(text) {\n  let count = 0;\n\n  // look at every letter\n  for (const c of text) {\n    if ("aeiou".includes(c)) count++;\n  }\n\n  return count;\n}\n```',
      becomes:
        '```javascript\nfunction vowels(text) {\n  let count = 0;\n  for (const c of text) {\n    if ("aeiou".includes(c)) count++;\n  }\n  return count;\n}\n```',
    },
    {
      prompt: "Print a poem in Python.",
      response: '```python\npoem = """one\n\ntwo"""\n\n\nprint(poem)\n```',
      becomes: '```python\npoem = """one\n\ntwo"""\nprint(poem)\n```',
    },
    {
      prompt: "Double it.",
      response: "```rust\nfn double(n: i32) -> i32 {\n    n * 2\n}\n```",
      skips: "already-dense",
    },
    {
      prompt: "Short, please.",
      response: "Here.\n\n\nIt is short.",
      skips: "no-code",
    },
  ],
});
