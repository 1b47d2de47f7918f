import { defineAugmentation } from "../src/contract.js";
import { DEGRADATION, withThirdTurned } from "../src/text/degradation.js";
import { looksPlural } from "../src/text/inflection.js";
import { oppositeEdits } from "../src/text/opposites.js";
import type { PhraseMatch } from "../src/text/phrases.js";
import { adjoins, type ProseWord, sentenceAround } from "../src/text/prose-words.js";

export default defineAugmentation({
  summary:
    "Turns a third of the quantifiers and frequencies round (at least one): all to none, always to never, many to few.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies: "English statements with a quantifier of the lexicon quantifiers and no negation beside it.",
  ...DEGRADATION,
  // Always and never count as boosters.
  targets: ["registerMarkers"],
  apply({ response }, { random }) {
    const find = (text: string) =>
      oppositeEdits(text, "quantifiers", (match, words) => flips(text, match, words));
    return withThirdTurned(response, random, find, "no-quantifier");
  },
  examples: [
    {
      prompt: "Do birds fly?",
      response: "Most birds can fly. All penguins swim.",
      becomes: "Few birds can fly. All penguins swim.",
    },
    {
      prompt: "How do I stay healthy?",
      response: "Always wash your hands. Many germs live on them, and some doctors wash theirs every hour.",
      becomes: "Always wash your hands. Few germs live on them, and some doctors wash theirs every hour.",
    },
    {
      prompt: "Do you know any?",
      response: "Not all of them do. Have you seen any birds?",
      skips: "no-quantifier",
    },
    {
      prompt: "Fliegen Vögel?",
      response: "Die meisten Vögel können fliegen, aber alle Pinguine schwimmen nur.",
      skips: "not-english",
    },
  ],
});

/** Before a noun in the plural only: "they all agree", "most beautiful" and "few of" are something else. */
const BEFORE_PLURAL = new Set([
  "all",
  "most",
  "many",
  "few",
  "several",
  "numerous",
  "countless",
  "various",
  "multiple",
]);
const BEFORE_NOUN = new Set(["every", "some", "any"]);
const DENIED =
  /\?|\b(?:not|no|none|nobody|nothing|neither|nor|never|cannot|without|hardly|rarely|seldom|avoid\p{L}*|prevent\p{L}*|unless|if|whether|before|free of|few|only)\b|n['’]t\b/giu;
/** After every, some, any: no noun. */
const NO_NOUN =
  /^(?:of|in|on|at|to|and|or|but|is|are|was|were|can|may|will|would|with|for|the|a|an|that|this|these|those|it|they|you|we|i)$/u;

function flips(text: string, match: PhraseMatch, words: readonly ProseWord[]): boolean {
  const { phrase, from, to } = match;
  const first = words[from]!;
  const next = adjoins(text, words[to - 1], words[to]) ? words[to] : undefined;
  if ((sentenceAround(text, match, first).match(DENIED)?.length ?? 0) > (isDenial(phrase) ? 1 : 0))
    return false;
  if (BEFORE_PLURAL.has(phrase)) {
    const before = words[from - 1];
    if (phrase === "most" && before?.sentence === first.sentence && /^(?:the|at|a)$/u.test(before.lower))
      return false;
    if (next === undefined) return false;
    const second = adjoins(text, next, words[to + 1]) ? words[to + 1] : undefined;
    return (
      looksPlural(next.text) ||
      (second !== undefined && looksPlural(second.text) && !NO_NOUN.test(next.lower))
    );
  }
  if (BEFORE_NOUN.has(phrase)) return next !== undefined && !NO_NOUN.test(next.lower);
  return true;
}

function isDenial(phrase: string): boolean {
  return /^(?:never|no one|nobody|nothing|nowhere|none of|rarely|seldom|few|few of|almost never)$/u.test(
    phrase,
  );
}
