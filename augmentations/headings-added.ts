import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm, asksForGenre } from "../src/text/asked-form.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { realise } from "../src/text/grammar.js";
import { readLexicon } from "../src/text/lexicon.js";
import { parseMarkdown, spanOf } from "../src/text/markdown.js";
import { untouchable } from "../src/text/protected-spans.js";
import { type Span, touchesAny } from "../src/text/span.js";

/** How the last paragraph of an answer begins that sums up or sends off. */
const CLOSING =
  /^(?:in (?:conclusion|summary|short|essence|general)|to (?:conclude|sum|summarize)|overall|ultimately|finally|by |with |remember|these |this |enjoy|i hope|let me|feel free|if you|always|thank|thus|therefore|hope)/iu;

export default defineAugmentation({
  summary: "Sets headings that say nothing above the first, the second and the last part.",
  version: 1,
  expects: "same",
  attribute: "formatting",
  changes: "response",
  applies:
    "English answers of three blocks or more without a heading, where the prompt asks for no form or kind of text.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  targets: ["tokens", "sentences", "headings"],
  source: "LMSYS style control (headings sway judges); grammar of headings written for tare.",
  apply({ messages, response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const top = parseMarkdown(response).children;
    if (top.some(({ type }) => type === "heading")) return skip("has-heading");
    if (top.length < 3 || countWords(response) < 40) return skip("too-short");
    if (asksForForm(messages) || asksForGenre(messages)) return skip("form-asked");
    const lexicon = readLexicon("section-headings");
    const mark = random.pick(["##", "###"]);
    const heads = ["opening", "body", "closing"].map((part) => realise(lexicon, part, random));
    const last =
      top.length > 3 && CLOSING.test(textOf(response, spanOf(top.at(-1)!))) ? top.length - 1 : undefined;
    const below = [0, 1, ...(last === undefined ? [] : [last])].map((index) => spanOf(top[index]!));
    if (below.some((span) => isTitle(response, span))) return skip("has-heading");
    const places = below.map(({ start }) => start);
    if (
      places.some(
        (at) => !isLineStart(response, at) || touchesAny({ start: at, end: at + 1 }, untouchable(response)),
      )
    )
      return skip("no-place");
    return applyEdits(
      response,
      places.map((at, index) => ({ start: at, end: at, text: `${mark} ${heads[index]}\n\n` })),
    );
  },
  examples: [
    {
      prompt: "What is rust?",
      response:
        "Rust is iron oxide, and many people have seen it on old cars and on gates that stand in the rain.\n\nIt forms in three ways, and all of them need water and the oxygen of the air.\n\n- By rain\n- By salt\n\nIn short, paint slows it.",
      becomes:
        "### The Brief Version\n\nRust is iron oxide, and many people have seen it on old cars and on gates that stand in the rain.\n\n### Main Aspects, Explained\n\nIt forms in three ways, and all of them need water and the oxygen of the air.\n\n- By rain\n- By salt\n\n### Some Closing Notes\n\nIn short, paint slows it.",
    },
    { prompt: "What is rust?", response: "## Rust\n\nIt is iron oxide.", skips: "has-heading" },
    { prompt: "What is rust?", response: "It is iron oxide.", skips: "too-short" },
  ],
});

function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text.charAt(at - 1) === "\n";
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A short line of its own that names what follows, as good as a heading. */
function isTitle(text: string, span: Span): boolean {
  const line = /^[^\n]*/u.exec(textOf(text, span))![0];
  const longest = /:[*_]*\s*$/u.test(line) ? 7 : 12;
  return !/^(?:[-*+]\s|\d+[.)])/u.test(line) && countWords(line) <= longest && !/[.!…]["”)*_]*$/u.test(line);
}
