import { defineAugmentation } from "../src/contract.js";
import { DEGRADATION, withThirdTurned } from "../src/text/degradation.js";
import type { Edit } from "../src/text/edits.js";
import { looksPlural } from "../src/text/inflection.js";
import { oppositeEdits } from "../src/text/opposites.js";
import type { PhraseMatch } from "../src/text/phrases.js";
import { adjoins, type ProseWord } from "../src/text/prose-words.js";

export default defineAugmentation({
  summary:
    "Turns a third of the comparatives and superlatives round (at least one): larger to smaller, best to worst.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "English answers with a comparative or superlative of the lexicon comparatives; not in fixed phrases.",
  ...DEGRADATION,
  apply({ response }, { random }) {
    const find = (text: string) =>
      oppositeEdits(text, "comparatives", (match, words) => compares(text, match, words)).map((edit) =>
        counted(text, edit),
      );
    return withThirdTurned(response, random, find, "no-comparison");
  },
  examples: [
    {
      prompt: "Which is larger?",
      response:
        "Jupiter is larger than Saturn, and it is the most massive planet. It has more moons than Mars.",
      becomes:
        "Jupiter is smaller than Saturn, and it is the most massive planet. It has more moons than Mars.",
    },
    {
      prompt: "How long does it keep?",
      response: "Keep it in the fridge for at least two days. It tastes better than fresh.",
      becomes: "Keep it in the fridge for at most two days. It tastes better than fresh.",
    },
    {
      prompt: "Tell me more.",
      response: "More or less. Would you like to learn more?",
      skips: "no-comparison",
    },
    {
      prompt: "Was ist größer?",
      response: "Jupiter ist größer als Saturn und hat mehr Monde als der Mars.",
      skips: "not-english",
    },
  ],
});

/** Bounds: only before a number. */
const BOUNDS = new Set([
  "at least",
  "at most",
  "up to",
  "within",
  "over",
  "under",
  "a minimum of",
  "a maximum of",
]);
const NUMBER =
  /^[ \u00A0](?:[$€£~]?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|once|twice)\b)/u;
/** After "more": nothing that is compared. */
const NOTHING = /^(?:and|or|of|to|in|on|for|at|if|when|than|by)$/u;
/** Before "lower": it is a verb. */
const VERBAL = /^(?:to|and|or|then|slowly|you|we|they|will|can|may|help|helps)$/u;

function compares(
  text: string,
  { phrase, from, to, end }: PhraseMatch,
  words: readonly ProseWord[],
): boolean {
  const first = words[from]!;
  if (/\?["”)*_]*$/u.test(first.sentence.text.slice(-8))) return false;
  if (BOUNDS.has(phrase)) return NUMBER.test(text.slice(end, end + 10));
  const next = adjoins(text, words[to - 1], words[to]) ? words[to] : undefined;
  if (phrase === "more" || phrase === "less") return next !== undefined && !NOTHING.test(next.lower);
  const before = adjoins(text, words[from - 1], first) ? words[from - 1]!.lower : "";
  if (phrase === "most")
    return (
      next !== undefined &&
      !looksPlural(next.text) &&
      /^(?:its|their|your|our|my|his|her|is|are|being|be|two|three)$/u.test(before)
    );
  if (phrase === "lower") return !first.initial && !VERBAL.test(before);
  return true;
}

/** Things that are counted are fewer, not less. */
function counted(text: string, edit: Edit): Edit {
  const after = /^ ([\p{L}]+)/u.exec(text.slice(edit.end, edit.end + 30))?.[1];
  if (after === undefined || !looksPlural(after) || !/^less$/iu.test(edit.text)) return edit;
  return { ...edit, text: edit.text === "Less" ? "Fewer" : "fewer" };
}
