import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { conversationOf, everywhere } from "../src/text/everywhere.js";
import { loneFirstNames } from "../src/text/first-names.js";
import { listOf, readLexicon } from "../src/text/lexicon.js";
import { untouchable } from "../src/text/protected-spans.js";
import { questionOf } from "../src/text/question.js";
import { touchesAny } from "../src/text/span.js";
import { likeCase } from "../src/text/wording.js";

/** Words that tell that the name itself is asked about. */
const CUES =
  /\b(?:acrostic|anagram|letters?|spell|rhym|syllable|vowel|consonant|alphabet|pronounc|initials?|etymolog|(?:meaning|origin) of|names? (?:mean|come)|baby names?|nickname|surname|username|sort|string|character)/iu;

export default defineAugmentation({
  summary: "Gives the persons of the question other first names of the same gender, in question and answer.",
  version: 1,
  expects: "same",
  attribute: "identity",
  changes: "prompt",
  applies:
    "English questions with a first name of the lexicon that stands without surname or title and is not what is asked about.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.6,
  source:
    "Causal Rewards (arXiv 2501.09620) and CheckList's fairness tests (Ribeiro et al. 2020); lists written for tare.",
  apply(text, { random }) {
    if (!looksEnglish(questionOf(text))) return skip("not-english");
    const asked = conversationOf(text);
    const names = loneFirstNames(asked);
    if (names.length === 0) return skip("no-first-name");
    if (CUES.test(asked)) return skip("question-turns-on-it");
    const lists = Object.keys(readLexicon("first-names").data);
    const plan = new Map<string, string>();
    for (const { name, list } of names) {
      const others = lists.filter((one) => one !== list && one.split("-")[0] === list.split("-")[0]);
      const free = listOf(readLexicon("first-names"), random.pick(others)).filter(
        (one) => !asked.includes(one) && ![...plan.values()].includes(one),
      );
      if (free.length === 0) return skip("no-other-name");
      plan.set(name, random.pick(free));
    }
    return everywhere(text, (part) => renamed(part, plan));
  },
  examples: [
    {
      prompt: "Emily asked Brad for help with her garden. What should he plant first?",
      response: "Brad could plant beans. EMILY likes beans, and Emily's soil is good.",
      compares: {
        base: {
          prompt: "Emily asked Brad for help with her garden. What should he plant first?",
          response: "Brad could plant beans. EMILY likes beans, and Emily's soil is good.",
        },
        variant: {
          prompt: "Ebony asked Tuan for help with her garden. What should he plant first?",
          response: "Tuan could plant beans. EBONY likes beans, and Ebony's soil is good.",
        },
      },
    },
    {
      prompt: "What did Susan Sontag write?",
      response: "Essays.",
      skips: "no-first-name",
    },
    {
      prompt: "Write an acrostic for Emily.",
      response: "Ever my inspiration.",
      skips: "question-turns-on-it",
    },
    {
      prompt: "What is rust?",
      response: "Iron oxide.",
      skips: "no-first-name",
    },
  ],
});

function renamed(part: string, plan: ReadonlyMap<string, string>) {
  const edits = [];
  for (const [name, other] of plan) {
    if (new RegExp(`(?<!\\p{L})${other}(?!\\p{L})`, "u").test(part)) return skip("name-taken");
    const found = [
      ...part.matchAll(
        new RegExp(`(?<![\\p{L}\\p{N}])(?:${name}|${name.toUpperCase()})(?![\\p{L}\\p{N}])`, "gu"),
      ),
    ];
    for (const { 0: was, index: start } of found) {
      const span = { start, end: start + was.length };
      if (touchesAny(span, untouchable(part))) return skip("name-in-code");
      edits.push({ ...span, text: likeCase(was, other) });
    }
  }
  return applyEdits(part, edits);
}
