import { defineAugmentation, skip } from "../src/contract.js";
import { keyPhrase } from "../src/text/key-phrase.js";
import { listOf, readLexicon } from "../src/text/lexicon.js";
import { countMarks } from "../src/text/marks.js";
import { preservedContents } from "../src/text/preserved.js";
import { protectedSpans } from "../src/text/protected-spans.js";
import { sentences } from "../src/text/sentences.js";

export default defineAugmentation({
  summary: "Sets prose as a heading and a bulleted list with bold key phrases; every sentence is kept.",
  version: 2,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies: "Answers of three sentences or more without any markdown or code.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  targets: ["tokens", "sentences", "listItems", "headings", "bold"],
  minimumSimilarity: 0.6,
  source: "RM-Bench (arXiv 2410.16184) and LMSYS style control: models pay for lists, headings and bold.",
  apply({ response }, { random }) {
    if (Object.values(countMarks(response)).some((count) => count > 0)) return skip("already-markdown");
    if (protectedSpans(response).some(({ kind }) => kind !== "math" && kind !== "url"))
      return skip("has-code");
    const all = sentences(response);
    const whole = all.filter(({ terminated }) => terminated).length;
    if (whole < 3) return skip("fewer-than-three-sentences");
    if (whole < 0.6 * all.length) return skip("not-prose");
    const heading = random.pick(listOf(readLexicon("headings"), "general"));
    const bullets = all.map(({ text }) => `- ${withBold(text.replace(/\s*\n\s*/gu, " "))}`);
    const made = `## ${heading}\n\n${bullets.join("\n")}`;
    // Code that ran on inside a paragraph stands out once its sentence has a line of its own.
    return preservedContents(made, "code").length > 0 ? skip("has-code") : made;
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "Rust is iron oxide. It forms where iron meets water and oxygen. Paint slows the reaction down.",
      becomes:
        "## Key Points\n\n- Rust is **iron oxide**.\n- It forms where **iron meets water** and oxygen.\n- **Paint slows** the reaction down.",
    },
    {
      prompt: "What is rust?",
      response: "Rust is **iron oxide**. It forms in water. Paint slows it.",
      skips: "already-markdown",
    },
    {
      prompt: "What is rust?",
      response: "Rust is iron oxide. It forms in water.",
      skips: "fewer-than-three-sentences",
    },
  ],
});

function withBold(sentence: string): string {
  const phrase = keyPhrase(sentence);
  if (phrase === undefined) return sentence;
  const { start, end } = phrase;
  return `${sentence.slice(0, start)}**${sentence.slice(start, end)}**${sentence.slice(end)}`;
}
