import { defineAugmentation, type Random, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { type Entity, entities } from "../src/text/entities.js";
import { entityLexicon, type Member } from "../src/text/entity-lexicon.js";
import { aThird } from "../src/text/prose.js";
import { likeCase, withArticle } from "../src/text/wording.js";

export default defineAugmentation({
  summary:
    "Replaces a third of the entities that matter (at least one) by another of the same type, at all mentions.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "English answers with a name of the lexicon entities, or a thing of it that is asked for or mentioned more than once.",
  languages: ["en"],
  preserves: ["code", "math", "urls", "numbers"],
  minimumSimilarity: 0.7,
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; rules and lexicon written for tare.",
  apply({ messages, response }, { random }) {
    if (!looksEnglish(response)) return skip("not-english");
    const prompt = messages.map(({ content }) => content).join("\n");
    const asked = wordsIn(prompt);
    const matters = entities(response)
      .map((entity) => ({ entity, weight: weightOf(entity, asked) }))
      .filter(({ weight }) => weight >= 2)
      .sort((a, b) => b.weight - a.weight)
      .map(({ entity }) => entity);
    if (matters.length === 0) return skip("no-entity");
    const taken = wordsIn(response);
    const edits = matters.slice(0, aThird(matters.length)).flatMap((entity) => {
      const other = another(entity, random, (member) => isIn(member, taken) || isIn(member, asked));
      if (other === undefined) return [];
      for (const word of Object.values(other.forms)) taken.add(word.toLowerCase());
      return entity.mentions.map((mention) => replaced(response, entity, mention, other));
    });
    return edits.length === 0 ? skip("no-entity") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "What is the capital of Australia?",
      response: "The capital of Australia is Canberra, not Sydney.",
      becomes: "The capital of Nepal is Canberra, not Sydney.",
    },
    {
      prompt: "Why do cats purr?",
      response: "A cat purrs when it is content. Cats also purr when they are hurt.",
      becomes: "A lizard purrs when it is content. Lizards also purr when they are hurt.",
    },
    {
      prompt: "Who found the law of gravity?",
      response: "Isaac Newton did. Newton wrote about it in 1687.",
      becomes: "Alan Turing did. Turing wrote about it in 1687.",
    },
    {
      prompt: "How are you?",
      response: "I am well, thank you for asking.",
      skips: "no-entity",
    },
    {
      prompt: "Wo ist das?",
      response: "Das ist die Hauptstadt von Japan und heißt Tokyo.",
      skips: "not-english",
    },
  ],
});

/** What the question is about weighs most, then what the answer speaks of most; a name counts as much as two mentions. */
function weightOf({ member, mentions }: Entity, asked: ReadonlySet<string>): number {
  return (isIn(member, asked) ? 100 : 0) + mentions.length + (member.named ? 1 : 0);
}

function wordsIn(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]);
}

function isIn({ forms }: Member, words: ReadonlySet<string>): boolean {
  return Object.values(forms).some((form) => words.has(form.toLowerCase()));
}

function another(
  { member, mentions }: Entity,
  random: Random,
  isTaken: (member: Member) => boolean,
): Member | undefined {
  // "the United States" takes another country of the list without an article.
  const kind = member.kind === "country-with-article" ? "country" : member.kind;
  const fits = (one: Member) =>
    mentions.every(({ form }) => one.forms[form] !== undefined || one.forms.name !== undefined);
  const choices = entityLexicon()
    .byKind.get(kind)!
    .filter((one) => one !== member && fits(one) && !isTaken(one));
  return choices.length === 0 ? undefined : random.pick(choices);
}

function replaced(
  text: string,
  { member }: Entity,
  { start, end, form }: Entity["mentions"][number],
  other: Member,
): Edit {
  const written = other.forms[form] ?? other.forms.name!;
  if (member.kind === "country-with-article") {
    const the = /\b(?:the|The) $/u.exec(text.slice(Math.max(0, start - 5), start))?.[0].length ?? 0;
    return { start: start - the, end, text: written };
  }
  return withArticle(text, {
    start,
    end,
    text: member.named ? written : likeCase(text.slice(start, end), written),
  });
}
