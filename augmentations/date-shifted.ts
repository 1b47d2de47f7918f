import { defineAugmentation, type Random, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { entities } from "../src/text/entities.js";
import { entityLexicon } from "../src/text/entity-lexicon.js";
import { alterNumber } from "../src/text/number-alteration.js";
import { type NumberToken, numbers } from "../src/text/numbers.js";
import { aThird } from "../src/text/prose.js";

export default defineAugmentation({
  summary:
    "Shifts a third of the dates (at least one): years, decades, centuries, days, months and weekdays.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies: "Answers with a date in their prose; not the date of the answer's own knowledge.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.5,
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; rules written for tare.",
  apply({ response }, { random }) {
    const dates = [...ofNumbers(response, random), ...ofNames(response, random)];
    if (dates.length === 0) return skip("no-date");
    return applyEdits(response, random.shuffle(dates).slice(0, aThird(dates.length)).flat());
  },
  examples: [
    {
      prompt: "When did people land on the moon?",
      response: "Apollo 11 landed on July 20, 1969, a Sunday.",
      becomes: "Apollo 11 landed on July 20, 1980, a Sunday.",
    },
    {
      prompt: "When did the wall fall?",
      response: "It fell in 1989. The 19th century had not seen it, nor had the 1950s.",
      becomes: "It fell in 1989. The 16th century had not seen it, nor had the 1950s.",
    },
    {
      prompt: "When is it?",
      response: "As of 2023, nobody knows. It costs 1,989 euros.",
      skips: "no-date",
    },
  ],
});

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
