import { defineAugmentation, skip } from "../src/contract.js";
import { asksForForm } from "../src/text/asked-form.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { proseMatches } from "../src/text/prose-matches.js";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const MONTH = MONTHS.join("|");
const SHAPES = [
  String.raw`(?<![\p{L}\d-])(?<month>${MONTH}) (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>[12]\d{3}))?`,
  String.raw`(?<![\p{L}\d/.,-])(?:the )?(?<day2>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month2>${MONTH})(?:,? (?<year2>[12]\d{3}))?`,
  String.raw`(?<![\p{L}\d/-])(?<year3>[12]\d{3})-(?<month3>0\d|1[0-2])-(?<day3>[0-3]\d)`,
]
  .map((shape) => `(?:${shape})`)
  .join("|");
// Not the first half of a range or of a longer number.
const DATES = new RegExp(String.raw`(?:${SHAPES})(?![\d\p{L}]|[-–/:]\d| ?[–-] ?\d)`, "gu");

export default defineAugmentation({
  summary: "Turns dates round: January 5, 2020 is 5 January 2020, and 2020-01-05 is 5 January 2020.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies: "English answers with a date by day and month, where the prompt asks for no format.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.6,
  targets: ["numbers"],
  source: "American, British and ISO 8601 dates; rules written for tare.",
  apply({ messages, response }) {
    if (!looksEnglish(response)) return skip("not-english");
    const edits = proseMatches(response, DATES).flatMap(({ match, start, end }): Edit[] => {
      const text = turned(match.groups ?? {});
      return text === undefined ? [] : [{ start, end, text }];
    });
    if (edits.length === 0) return skip("no-day");
    return asksForForm(messages) ? skip("form-asked") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "When?",
      response: "It was on January 5, 2020, and on the 4th of July.",
      becomes: "It was on 5 January 2020, and on July 4.",
    },
    {
      prompt: "When?",
      response: "It came out on 2007-06-29, three days after 26 June.",
      becomes: "It came out on 29 June 2007, three days after June 26.",
    },
    { prompt: "When?", response: "It was in January 2020, on 5/6/2020 or on May 5-7.", skips: "no-day" },
  ],
});

function turned(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { month, day, year, month2, day2, year2, month3, day3, year3 } = groups;
  const number = Number(day ?? day2 ?? day3);
  if (number < 1 || number > 31) return undefined;
  if (month !== undefined) return [number, month, year].filter((part) => part !== undefined).join(" ");
  if (month3 !== undefined) return `${number} ${MONTHS[Number(month3) - 1]} ${year3}`;
  return year2 === undefined ? `${month2} ${number}` : `${month2} ${number}, ${year2}`;
}
