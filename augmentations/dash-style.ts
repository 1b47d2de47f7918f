import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { numbers } from "../src/text/numbers.js";
import { type ProseMatch, proseMatches } from "../src/text/prose-matches.js";

export default defineAugmentation({
  summary:
    "Turns em dashes into spaced en dashes, spaced dashes and hyphens into em dashes, and 5-7 into 5–7.",
  version: 1,
  expects: "same",
  attribute: "punctuation",
  changes: "response",
  applies: "Answers with a dash between words or a range of numbers; hyphenated words and sums stay.",
  languages: "any",
  preserves: ["code", "math", "urls", "numbers"],
  source: "CheckList's invariance tests (Ribeiro et al. 2020); rules written for tare.",
  apply({ response }) {
    const edits = [...betweenWords(response), ...inRanges(response)];
    return edits.length === 0 ? skip("no-dash") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "When is it open?",
      response: "It is open—but for Mondays—from 9-12.",
      becomes: "It is open – but for Mondays – from 9–12.",
    },
    {
      prompt: "Which one?",
      response: "- **Plums** - blue\n- Well-known – pears",
      becomes: "- **Plums**—blue\n- Well-known—pears",
    },
    { prompt: "What is 5 - 3?", response: "It is 5 - 3 = 2, a well-known sum.", skips: "no-dash" },
  ],
});

function betweenWords(text: string): Edit[] {
  const em = proseMatches(text, /(?<=[^\s\d—]) ?— ?(?=[^\s\d—])/gu);
  if (em.length > 0) return em.map(({ start, end }) => ({ start, end, text: " – " }));
  const spaced = proseMatches(text, /(?<=[^\s\u0000]) (?:–|-|--) (?=[^\s\u0000])/gu).filter(isDash);
  return spaced.map(({ start, end }) => ({ start, end, text: "—" }));
}

/** Not a minus sign, and not the marker of a list that was run into one line. */
function isDash({ prose, at, end, start }: ProseMatch): boolean {
  const before = prose.slice(0, at);
  const after = prose.slice(at + end - start);
  if (
    /(?:^|[\s(])[\p{L}\p{N}]?$|[\d:=+/]$|\s[*)]$/u.test(before) ||
    /^(?:[\p{L}\p{N}]?(?:[\s).,]|$)|[\d(=+*/-])/u.test(after)
  )
    return false;
  return (prose.match(/ (?:–|-|--) /gu)?.length ?? 0) <= 2;
}

function inRanges(text: string): Edit[] {
  return numbers(text).flatMap(({ kind, text: range, start }): Edit[] => {
    const match = /^([\d,.]+)([-–])([\d,.]+)$/u.exec(range);
    if (kind !== "range" || match === null || numberOf(match[1]!) >= numberOf(match[3]!)) return [];
    const at = start + match[1]!.length;
    return [{ start: at, end: at + 1, text: match[2] === "-" ? "–" : "-" }];
  });
}

function numberOf(digits: string): number {
  return Number(digits.replaceAll(",", ""));
}
