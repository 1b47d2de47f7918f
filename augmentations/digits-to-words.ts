import { defineAugmentation, skip } from "../src/contract.js";
import { isContentWord } from "../src/text/content-words.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { looksEnglish } from "../src/text/english.js";
import { numbers } from "../src/text/numbers.js";
import { capitalised } from "../src/text/sentence-start.js";
import { SMALL_NUMBERS } from "../src/text/small-numbers.js";

export default defineAugmentation({
  summary: "Writes whole numbers up to ten before a noun as words: 3 cups is three cups.",
  version: 1,
  expects: "same",
  attribute: "wording",
  changes: "response",
  applies: "English answers with such a number; not labels, ranges, scores, money or abbreviated units.",
  languages: ["en"],
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.6,
  targets: ["numbers"],
  source: "CheckList's invariance tests (Ribeiro et al. 2020); rules written for tare.",
  apply({ response }) {
    if (!looksEnglish(response)) return skip("not-english");
    const edits = numbers(response).flatMap((token): Edit[] => {
      const { kind, text, start, end, unit } = token;
      const value = Number(text);
      if ((kind !== "count" && kind !== "measure") || unit || !/^\d+$/u.test(text) || value < 1 || value > 10)
        return [];
      if (!isPlain(response.slice(Math.max(0, start - 12), start), response.slice(end, end + 24))) return [];
      const word = SMALL_NUMBERS[value]!;
      return [{ start, end, text: isFirst(response, start) ? capitalised(word) : word }];
    });
    return edits.length === 0 ? skip("no-small-number") : applyEdits(response, edits);
  },
  examples: [
    { prompt: "How?", response: "- 2 large eggs\n- 250 g flour", becomes: "- Two large eggs\n- 250 g flour" },
    {
      prompt: "How?",
      response: "See step 3, wait 5-7 minutes or 5 and 10 days, pay $4, take 1 1/2 cups.",
      skips: "no-small-number",
    },
    {
      prompt: "How?",
      response: "Take 3 cups of milk and 2 eggs. 5 minutes will do.",
      becomes: "Take three cups of milk and two eggs. Five minutes will do.",
    },
    {
      prompt: "Wie?",
      response: "Man nehme 3 Eier und rühre sie, bis der Teig glatt ist.",
      skips: "not-english",
    },
  ],
});

/** Before a noun, and not joined to another number or a sign. */
function isPlain(before: string, after: string): boolean {
  const next = /^\s(\p{Ll}{3,})/u.exec(after)?.[1];
  return (
    next !== undefined &&
    isContentWord(next) &&
    !/^(?:percent|[mbtr]illion|thousand|hundred|plus|minus|times|divided|equals|tbsp|tsp|lbs|hrs?|mins?)$/u.test(
      next,
    ) &&
    !/\d[\d.,/]*\s(?:and|or|to|x|by|of|in)?\s?$|\S ?[-–—/=+<>~|×÷·*^]\s?$|\b(?:top|ph|size|score|scale of)\s$/iu.test(
      before,
    )
  );
}

/** At the start of a sentence, line or list item. */
function isFirst(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  return /(?:(?:^|\n)\s*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?|[.!?]["'”’)\]*_]*\s+)[*_]*$/u.test(before);
}
