import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { listOf, readLexicon } from "../src/text/lexicon.js";
import { nodesOf, parseMarkdown, spanOf } from "../src/text/markdown.js";

export default defineAugmentation({
  summary: "Names the language of a code fence otherwise (python: py), or not at all where it has one name.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers with a fenced code block that names its language.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  source: "Aliases of GitHub's linguist, as facts; rules written for tare.",
  apply({ response }) {
    const edits = [...nodesOf(parseMarkdown(response))].flatMap(({ node }): Edit[] => {
      if (node.type !== "code") return [];
      const { start } = spanOf(node);
      const tag = /^(`{3,}|~{3,})([ \t]*)([\w+#.-]+)(?=[ \t]*(?:\r?\n|$))/u.exec(
        response.slice(start, start + 60),
      );
      if (tag === null) return [];
      const [, fence, gap, name] = tag;
      const from = start + fence!.length;
      const other = aliasOf(name!.toLowerCase());
      return [
        {
          start: from,
          end: from + gap!.length + name!.length,
          text: other === undefined ? "" : gap! + other,
        },
      ];
    });
    return edits.length === 0 ? skip("no-tag") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "Show me a loop.",
      response: "```python\nfor i in x: pass\n```\nOr:\n```js\nf()\n```",
      becomes: "```py\nfor i in x: pass\n```\nOr:\n```javascript\nf()\n```",
    },
    {
      prompt: "Show me a class.",
      response: "So:\n\n```java\nclass A {}\n```",
      becomes: "So:\n\n```\nclass A {}\n```",
    },
    { prompt: "Show me a loop.", response: "```\nfor (;;) {}\n```", skips: "no-tag" },
  ],
});

function aliasOf(name: string): string | undefined {
  for (const pair of listOf(readLexicon("code-languages"), "aliases")) {
    const [long, short] = pair.split(" ");
    if (name === long) return short;
    if (name === short) return long;
  }
  return undefined;
}
