import { defineAugmentation, type Random, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { entities } from "../src/text/entities.js";
import { entityLexicon } from "../src/text/entity-lexicon.js";
import { namedSpans } from "../src/text/named-spans.js";
import { alterNumber } from "../src/text/number-alteration.js";
import { type NumberToken, numbers } from "../src/text/numbers.js";
import { aThird } from "../src/text/prose.js";
import { sentences } from "../src/text/sentences.js";
import { spanAround, spansBetween } from "../src/text/spans-between.js";

export default defineAugmentation({
  summary:
    "Shifts a third of the dates that can be checked (at least one): years, decades, centuries, days, months, weekdays.",
  version: 2,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "Answers with a date that the prompt gives too, or a year, decade or century told of something named in the prompt or of two names; not what the writer says of himself, of his knowledge or of the present.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.5,
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; rules written for tare.",
  apply({ messages, response }, { random }) {
    const prompt = messages.at(-1)?.content ?? "";
    const all = [...ofNumbers(response, random), ...ofNames(response, random)];
    const dates = all.filter((edits) => edits.some((edit) => isChecked(response, edit, prompt)));
    if (all.length === 0) return skip("no-date");
    if (dates.length === 0) return skip("no-checkable-date");
    return applyEdits(response, random.shuffle(dates).slice(0, aThird(dates.length)).flat());
  },
  examples: [
    {
      prompt: "When did Apollo 11 land on the moon?",
      response: "The crew of Apollo 11 landed there on July 20, 1969, a Sunday.",
      becomes: "The crew of Apollo 11 landed there on July 13, 1969, a Sunday.",
    },
    {
      prompt: "What did the 19th century know of the Berlin Wall?",
      response: "It fell later. The 19th century had not seen the wall of Berlin, nor had the 1940s.",
      becomes: "It fell later. The 19th century had not seen the wall of Berlin, nor had the 1920s.",
    },
    {
      prompt: "When did you move?",
      response: "I moved to Leeds in 1989.",
      skips: "no-checkable-date",
    },
    {
      prompt: "When is it?",
      response: "As of 2023, nobody knows. It costs 1,989 euros.",
      skips: "no-date",
    },
  ],
});

/** Words of one's own doings, of an unnamed time, or of a time that is now: nobody can tell whether the date is right. */
const NOT_CHECKED =
  /\b(?:I|I['’]m|I['’]ve|me|my|we|our|you|your|around|circa|approximately|about|recent(?:ly)?|latest|this year|copyright)\b/u;

/** Whether a reader can tell that a date is wrong: the prompt gives it, or it belongs to what the prompt names, or to two names. */
function isChecked(text: string, { start, end }: Edit, prompt: string): boolean {
  const date = text.slice(start, end);
  if (new RegExp(`(?<![\\p{L}\\p{N}])${escaped(date)}(?![\\p{L}\\p{N}])`, "u").test(prompt)) return true;
  // "(in 2022)", "the early 1900's"
  const beside = text.slice(end, end + 2);
  if (!/\d/u.test(date) || text.startsWith("(in ", start - 4) || beside === "'s" || beside === "’s")
    return false;
  const sentence = spanAround(sentences(text), start, end);
  if (sentence === undefined || NOT_CHECKED.test(sentence.text)) return false;
  const names = new Set(
    spansBetween(namedSpans(text), sentence.start, sentence.end)
      .filter((span) => !(span.start <= start && end <= span.end) && !MONTH.test(span.text))
      .map((span) => span.text),
  );
  return names.size >= 2 || [...names].some((name) => prompt.includes(name));
}

const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/u;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}

const KINDS: ReadonlySet<string> = new Set(["year", "decade", "day", "date"]);

function ofNumbers(text: string, random: Random): Edit[][] {
  const mentions = new Map<string, NumberToken[]>();
  for (const token of numbers(text)) {
    if (!isDate(text, token) || isOwnKnowledge(text, token.start)) continue;
    const key = `${token.kind} ${token.text}`;
    mentions.set(key, [...(mentions.get(key) ?? []), token]);
  }
  return [...mentions.values()].flatMap((tokens) => {
    const altered = alterNumber(tokens[0]!, random);
    return altered === undefined ? [] : [tokens.map(({ start, end }) => ({ start, end, text: altered }))];
  });
}

function isDate(text: string, token: NumberToken): boolean {
  const isSpan = token.kind === "range" && /^1\d{3}\s?[-–]\s?(?:1\d|20)\d\d$/u.test(token.text);
  const isCentury =
    token.kind === "ordinal" && /^(?:st|nd|rd|th)[\s-]centur/iu.test(text.slice(token.end, token.end + 10));
  return KINDS.has(token.kind) || isCentury || isSpan;
}

/** "As of 2023", "my last update in October 2023": no fact of the answer. */
function isOwnKnowledge(text: string, at: number): boolean {
  return /\b(?:as of|updated?|cutoff|knowledge|current(?:ly)?)\b[^.\n]{0,30}$/iu.test(
    text.slice(Math.max(0, at - 50), at),
  );
}

/** Months and weekdays; May is too often a verb. */
function ofNames(text: string, random: Random): Edit[][] {
  return entities(text).flatMap(({ member, mentions }) => {
    if (
      (member.kind !== "month" && member.kind !== "weekday") ||
      mentions.some(({ start }) => isOwnKnowledge(text, start))
    )
      return [];
    const others = entityLexicon()
      .byKind.get(member.kind)!
      .filter((other) => other !== member && !text.includes(other.forms.name!));
    if (others.length === 0) return [];
    const other = random.pick(others).forms.name!;
    return [mentions.map(({ start, end }) => ({ start, end, text: other }))];
  });
}
