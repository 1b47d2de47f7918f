import { defineAugmentation } from "../src/contract.js";
import { reindented } from "../src/text/code/layout.js";
import { rewriteCode } from "../src/text/code/rewrites.js";

export default defineAugmentation({
  summary: "Indents the code by four spaces where it was two, by two where it was four.",
  version: 1,
  expects: "same",
  attribute: "code style",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, that is indented by two or by four spaces throughout.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.95,
  targets: ["sentences", "codeSpans"],
  source: "ReCode (Wang et al. 2023, arXiv 2212.10264), format; rules written for tare.",
  apply: ({ response }) => rewriteCode(response, reindented, "other-indentation"),
  examples: [
    {
      prompt: "Sign?",
      response:
        '```python\ndef sign(n):\n    """Give -1, 0 or 1.\n\n    Zero is zero.\n    """\n    if n < 0:\n        return -1\n    return 1 if n > 0 else 0\n```',
      becomes:
        '```python\ndef sign(n):\n  """Give -1, 0 or 1.\n\n  Zero is zero.\n  """\n  if n < 0:\n    return -1\n  return 1 if n > 0 else 0\n```',
    },
    {
      prompt: "Largest?",
      response:
        "function largest(xs) {\n  let best = xs[0];\n  for (const x of xs) {\n    if (x > best) best = x;\n  }\n  return best;\n}\n\nThat is it.",
      becomes:
        "function largest(xs) {\n    let best = xs[0];\n    for (const x of xs) {\n        if (x > best) best = x;\n    }\n    return best;\n}\n\nThat is it.",
    },
    {
      prompt: "Add.",
      response: "```go\nfunc add(a, b int) int {\n\treturn a + b\n}\n```",
      skips: "other-indentation",
    },
    {
      prompt: "Indent it?",
      response: "  It is not code.",
      skips: "no-code",
    },
  ],
});
