import { defineAugmentation, skip } from "../src/contract.js";
import { applyEdits, type Edit } from "../src/text/edits.js";
import { type NumberToken, numbers } from "../src/text/numbers.js";

export default defineAugmentation({
  summary: "Swaps numbers of one kind with each other (a third of them, at least one pair), at all mentions.",
  version: 1,
  expects: "lower",
  attribute: "factuality",
  changes: "response",
  applies:
    "Answers with two different quantities, years, amounts or shares of one kind in their prose, not both in one phrase.",
  languages: "any",
  preserves: ["code", "math", "urls"],
  minimumSimilarity: 0.5,
  source: "Crome (arXiv 2506.16507), degradation of a causal attribute; rules written for tare.",
  apply({ response }, { random }) {
    const groups = new Map<string, NumberToken[]>();
    for (const token of numbers(response)) {
      if (!SWAPPED.has(token.kind) || isOperand(response, token)) continue;
      // One cup stands in the singular, two cups do not; words are swapped with words.
      const kind = token.kind === "measure" ? "count" : token.kind;
      if (kind === "count" && /^(?:0|1)$/u.test(token.text)) continue;
      const key = `${kind} ${token.text}`;
      groups.set(key, [...(groups.get(key) ?? []), token]);
    }
    const open = random.shuffle([...groups]);
    const wanted = Math.max(1, Math.round(open.length / 6));
    const edits: Edit[] = [];
    for (let pairs = 0; pairs < wanted; ) {
      const [key, first] = open.shift() ?? [];
      if (key === undefined || first === undefined) break;
      const at = open.findIndex(
        ([other, second]) => other.split(" ")[0] === key.split(" ")[0] && canSwap(response, first, second),
      );
      if (at < 0) continue;
      const [, second] = open.splice(at, 1)[0]!;
      for (const { start, end } of first)
        edits.push({ start, end, text: likeWord(second[0]!.text, first[0]!.text) });
      for (const { start, end } of second)
        edits.push({ start, end, text: likeWord(first[0]!.text, second[0]!.text) });
      pairs++;
    }
    return edits.length === 0 ? skip("no-pair") : applyEdits(response, edits);
  },
  examples: [
    {
      prompt: "When did he live?",
      response: "Goethe was born in 1749 in Frankfurt. He died in 1832 in Weimar.",
      becomes: "Goethe was born in 1832 in Frankfurt. He died in 1749 in Weimar.",
    },
    {
      prompt: "How do I cook rice?",
      response: "1. Rinse 2 cups of rice.\n2. Simmer it with 3 pinches of salt for 15-20 minutes.",
      becomes: "1. Rinse 3 cups of rice.\n2. Simmer it with 2 pinches of salt for 15-20 minutes.",
    },
    {
      prompt: "How do I make a cake?",
      response: "Mix 250 g of flour with 4 eggs, then bake it at 180 degrees.",
      becomes: "Mix 180 g of flour with 4 eggs, then bake it at 250 degrees.",
    },
    {
      prompt: "How many?",
      response: "Between 10 and 20 people came.",
      skips: "no-pair",
    },
  ],
});

const SWAPPED: ReadonlySet<string> = new Set(
  "count measure money percent year range fraction word clock".split(" "),
);

/** A sum is the same whichever way round. */
function isOperand(text: string, { start, end }: NumberToken): boolean {
  return (
    /[+×*=÷]\s?[$€£]?$/u.test(text.slice(Math.max(0, start - 3), start)) ||
    /^%?\s?[+×*=÷]/u.test(text.slice(end, end + 3))
  );
}

/** Not where the only thing between them joins them: "2 and 3", "24 x 12 x 18", "5, 6". */
function canSwap(text: string, first: readonly NumberToken[], second: readonly NumberToken[]): boolean {
  return !first.some((a) => second.some((b) => isJoined(text, a, b)));
}

function isJoined(text: string, a: NumberToken, b: NumberToken): boolean {
  const [left, right] = a.start < b.start ? [a, b] : [b, a];
  if (right.start - left.end > 40) return false;
  const between = text.slice(left.end, right.start);
  return /^\s?\p{L}*%?\s?(?:,|;|and|or|to|by|x|×|:|\/|-|–|\(|,\s(?:and|or))?\s?[$€£~]?$/u.test(between);
}

/** "Two" at the start of a sentence keeps its capital. */
function likeWord(text: string, place: string): string {
  if (!/^\p{L}/u.test(text)) return text;
  const lower = text.toLowerCase();
  return /^\p{Lu}/u.test(place) ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
}
