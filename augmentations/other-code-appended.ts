import { defineAugmentation, skip } from "../src/contract.js";
import { codeBlocks, codeLanguage } from "../src/text/code/blocks.js";
import { parseCode } from "../src/text/code/parse.js";

export default defineAugmentation({
  summary: "Goes on with the code from the answer to another prompt, in a fence of its own.",
  version: 1,
  expects: "lower",
  attribute: "relevance",
  changes: "response",
  applies:
    "Answers with code in a language known here that do not end inside a fence, where another item offers code that parses.",
  languages: "any",
  preserves: [],
  targets: ["tokens", "codeSpans"],
  source:
    "reWordBench (arXiv 2503.11751), Append Other Code; here a degradation of relevance (Crome, arXiv 2506.16507), since code that answers another question makes no answer better. Rules written for tare.",
  apply({ response }, { corpus }) {
    if (codeLanguage(response) === undefined) return skip("no-code");
    if (isOpen(response)) return skip("open-fence");
    const donor = corpus.donor();
    if (donor === undefined) return skip("no-donor");
    const offered = codeBlocks(donor.response).find(
      ({ code, language }) => language !== undefined && parseCode(code, language).errors === 0,
    );
    if (offered === undefined) return skip("no-donor-code");
    if (response.includes(offered.code)) return skip("same-code");
    const fence = offered.code.includes("```") ? "~~~~" : "```";
    return `${response.trimEnd()}\n\n${fence}${offered.language}\n${offered.code}\n${fence}`;
  },
  examples: [
    {
      prompt: "Add two numbers.",
      response: "```python\ndef add(a, b):\n    return a + b\n```",
      donor: {
        prompt: "Is it even?",
        response: "Like this:\n\n```javascript\nconst even = (x) => x % 2 === 0;\n```",
      },
      becomes:
        "```python\ndef add(a, b):\n    return a + b\n```\n\n```javascript\nconst even = (x) => x % 2 === 0;\n```",
    },
    {
      prompt: "Add two numbers.",
      response: "```python\ndef add(a, b):\n    return a + b\n```",
      donor: { prompt: "Is it even?", response: "Divide by two." },
      skips: "no-donor-code",
    },
    { prompt: "Why is it red?", response: "Because of the iron in it.", skips: "no-code" },
  ],
});

/** A fence that is never closed would take the code in. */
function isOpen(text: string): boolean {
  const marks = text.match(/^\s{0,3}(?:`{3,}|~{3,})/gmu)?.length ?? 0;
  return marks % 2 === 1;
}
