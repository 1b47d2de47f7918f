import { defineAugmentation, skip } from "../src/contract.js";
import { codeBlocks } from "../src/text/code/blocks.js";
import { renameVariables } from "../src/text/code/renaming.js";
import { codeViews } from "../src/text/code/views.js";

export default defineAugmentation({
  summary: "Gives up to four local variables another name of the same meaning, everywhere.",
  version: 1,
  expects: "same",
  attribute: "code style",
  changes: "response",
  applies:
    "Code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, with a local variable or parameter that the prompt does not name and whose name the lexicon knows.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  source: "ReCode (Wang et al. 2023, arXiv 2212.10264), variable renaming; rules and names written for tare.",
  apply({ messages, response }, { random }) {
    if (codeBlocks(response).length === 0) return skip("no-code");
    if (codeViews(response).length === 0) return skip("code-unknown");
    const prompt = messages.map(({ content }) => content).join("\n");
    return renameVariables(response, prompt, random) ?? skip("no-free-name");
  },
  examples: [
    {
      prompt: "Write a function that adds up a list.",
      response:
        "Here, `result` holds the sum:\n\n```python\ndef add_up(xs):\n    result = 0\n    for x in xs:\n        result += x\n    return result\n```",
      becomes:
        "Here, `res` holds the sum:\n\n```python\ndef add_up(xs):\n    res = 0\n    for value in xs:\n        res += value\n    return res\n```",
    },
    {
      prompt: "Reverse a string in Java.",
      response:
        "String reverse(String s) {\n    StringBuilder result = new StringBuilder();\n    for (int i = s.length() - 1; i >= 0; i--) {\n        result.append(s.charAt(i));\n    }\n    return result.toString();\n}\n\nIt goes backwards.",
      becomes:
        "String reverse(String chars) {\n    StringBuilder answer = new StringBuilder();\n    for (int pos = chars.length() - 1; pos >= 0; pos--) {\n        answer.append(chars.charAt(pos));\n    }\n    return answer.toString();\n}\n\nIt goes backwards.",
    },
    {
      prompt: "Write f(result).",
      response: "```python\ndef f(result):\n    return result + 1\n```",
      skips: "no-free-name",
    },
    {
      prompt: "Rename it.",
      response: "Call it result.",
      skips: "no-code",
    },
  ],
});
