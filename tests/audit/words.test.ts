import { describe, expect, it } from "vitest";
import { wordRows, zOf } from "../../src/audit/word-rows.js";
import { addWords, emptyWords, mergeWords } from "../../src/audit/words.js";
import { stream } from "../../src/random.js";
import { itemOf } from "../pairs/made.js";

const WORDS = ["sand", "river", "stone", "boat", "the", "of"];

function made(count: number, extra: (index: number) => [string, string]) {
  const random = stream("words");
  const say = () => Array.from({ length: 3 + random.integer(30) }, () => random.pick(WORDS)).join(" ");
  return Array.from({ length: count }, (_, index) => {
    const [chosen, rejected] = extra(index);
    return itemOf(`Question ${index}`, [
      ["chosen", `${say()}. ${chosen}`],
      ["rejected", `${say()}. ${rejected}`],
    ]);
  });
}

/** The z of a word by its definition, prompt by prompt. */
function naive(items: ReturnType<typeof made>, word: string): number {
  const counts = items.map(({ responses }) =>
    responses.map(({ text }) => {
      const words = text.toLowerCase().match(/[a-z]+/gu) ?? [];
      return { own: words.filter((one) => one === word).length, all: words.length };
    }),
  );
  const total = (at: number, what: "own" | "all") => counts.reduce((sum, one) => sum + one[at]![what], 0);
  const [nc, nr] = [total(0, "all"), total(1, "all")];
  const [C, R] = [total(0, "own") / nc, total(1, "own") / nr];
  const squares = counts.map(([c, r]) => ((c!.own - C * c!.all) / nc - (r!.own - R * r!.all) / nr) ** 2);
  return (C - R) / Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}

describe("words of chosen and rejected answers", () => {
  const items = made(60, (index) => [index % 2 ? "Certainly so" : "", index % 3 ? "" : "Sorry about that"]);
  const tally = emptyWords();
  for (const item of items) addWords(tally, [item]);

  it.each([...WORDS, "certainly", "sorry"])("z of %s is what its definition says", (word) => {
    expect(zOf(tally.words.get(word)!, tally.totals)).toBeCloseTo(naive(items, word), 9);
  });

  it("names what is over-represented, phrases too, and not what is not", () => {
    const { chosen, rejected } = wordRows(tally);
    expect(chosen.map(({ term }) => term)).toEqual(expect.arrayContaining(["certainly", "certainly so"]));
    expect(rejected.map(({ term }) => term)).toEqual(expect.arrayContaining(["sorry", "about that"]));
    expect([...chosen, ...rejected].filter(({ term }) => WORDS.includes(term))).toEqual([]);
  });

  it("adds up from parts", () => {
    const whole = emptyWords();
    for (const part of [items.slice(0, 20), items.slice(20)]) {
      const own = emptyWords();
      for (const item of part) addWords(own, [item]);
      mergeWords(whole, own);
    }
    expect(wordRows(whole)).toEqual(wordRows(tally));
  });

  it("takes a word that one prompt repeats for one prompt's evidence", () => {
    const repeated = made(40, (index) => [index === 0 ? "boats ".repeat(200) : "", ""]);
    const one = emptyWords();
    for (const item of repeated) addWords(one, [item]);
    expect(Math.abs(zOf(one.words.get("boats")!, one.totals)!)).toBeLessThan(2);
  });

  it("is empty without a preference", () => {
    const none = emptyWords();
    addWords(none, [itemOf("Well?", [["response", "It is so."]])]);
    expect(wordRows(none)).toEqual({ chosen: [], rejected: [], tested: 0 });
  });
});
