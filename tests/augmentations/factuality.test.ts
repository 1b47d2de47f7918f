import { describe, expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { stream } from "../../src/random.js";
import { tokensOf } from "../../src/text/counting.js";
import { realise } from "../../src/text/grammar.js";
import { readLexicon } from "../../src/text/lexicon.js";
import { describeWithShared } from "../shared.js";
import { contextFor, named, textOf } from "./discovered.js";
import { realTexts } from "./real-texts.js";

function made(name: string, response: string, key = "one", prompt = "Tell me about it."): string {
  const result = named(name).apply(textOf(response, prompt), contextFor(key, undefined));
  if (isSkip(result)) throw new Error(result.skip);
  return result;
}

function skipped(name: string, response: string, prompt = "Tell me about it."): string | undefined {
  const result = named(name).apply(textOf(response, prompt), contextFor("one", undefined));
  return isSkip(result) ? result.skip : undefined;
}

const seeds = Array.from({ length: 40 }, (_, seed) => `seed ${seed}`);
const sorted = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).sort();

describe("number-swapped-within", () => {
  it("keeps the numbers and changes their places, alike at all mentions", () => {
    const text = "It has 340 beds and 12 doctors. The 340 beds are full; 7 nurses and 56 cooks work there.";
    for (const key of seeds) {
      const result = made("number-swapped-within", text, key);
      expect(result).not.toBe(text);
      const [first, , second] = result.match(/\d+/gu)!;
      expect(first).toBe(second);
      expect(new Set(result.match(/\d+/gu))).toEqual(new Set(text.match(/\d+/gu)));
    }
  });
  it("skips what is the same either way round", () => {
    for (const text of ["Take 2 or 3 eggs.", "It is 24 x 18 cm.", "3 + 4 = 7.", "It has 5 doors."])
      expect(skipped("number-swapped-within", text)).toBe("no-pair");
  });
});

describe("calculation-broken", () => {
  it("leaves every sum wrong that it changes, and the sum itself alone", () => {
    for (const [index, key] of seeds.entries()) {
      const [a, b] = [17 + index * 3, 5 + index];
      const text = `We add ${a} + ${b} = ${a + b}, so it is ${a + b}.`;
      const result = made("calculation-broken", text, key);
      const [x, y, total, said] = result.match(/\d+/gu)!.map(Number) as [number, number, number, number];
      expect([x, y, said]).toEqual([a, b, a + b]);
      expect(total).not.toBe(x + y);
    }
  });
  it("does not touch a sum that is wrong already", () => {
    expect(skipped("calculation-broken", "2 + 2 = 5, and x = 3.")).toBe("no-calculation");
  });
});

describe("final-answer-changed", () => {
  it("changes the last statement alone", () => {
    for (const key of seeds) {
      const result = made("final-answer-changed", "6 × 7 = 42, and 42 is even. The answer is 42.", key);
      expect(result).toMatch(/^6 × 7 = 42, and 42 is even\. The answer is \d+\.$/u);
      expect(result.endsWith("is 42.")).toBe(false);
    }
  });
  it("turns yes round only where it answers a question", () => {
    expect(made("final-answer-changed", "Yes, it is.", "one", "Is it red?")).toBe("No, it is.");
    expect(skipped("final-answer-changed", "Yes, it is.", "It is red.")).toBe("no-stated-answer");
  });
});

describe("unit-changed", () => {
  it("keeps number and form of the unit", () => {
    const seen = new Set(seeds.map((key) => made("unit-changed", "It is 5 kg heavy.", key)));
    expect([...seen].sort()).toEqual(["It is 5 g heavy.", "It is 5 mg heavy."]);
    for (const key of seeds)
      expect(made("unit-changed", "A 5-minute walk.", key)).toMatch(
        /^A 5-(?:second|hour|day|week|month|year) walk\.$/u,
      );
  });
});

describe("date-shifted", () => {
  const asked = "What did the trip of 1969 cost?";
  it("moves dates and no other number", () => {
    for (const key of seeds)
      expect(made("date-shifted", "In March 1969 it cost 1,969 dollars for 20 people.", key, asked)).toMatch(
        /^In March (?!1969)(?:19|20)\d\d it cost 1,969 dollars for 20 people\.$/u,
      );
  });
  it.each([
    ["what no name or prompt ties down", "The court ruled in 1990 that it was fine."],
    ["the writer's own doings", "I flew to Paris with Ann in 1990."],
    ["a weekday that nobody asked for", "Ann and Bob Smith met Carla on Friday morning."],
    ["a time put in brackets", "The fastest train of Japan (in 1990) was the Shinkansen of Tokyo."],
  ])("leaves %s", (_name, response) => {
    expect(skipped("date-shifted", response)).toBe("no-checkable-date");
  });
});

describe("entities", () => {
  it("are swapped for each other, at all mentions and with their articles", () => {
    const text =
      "An owl hunts at night and sleeps by day. A crab walks sideways and lives in the sea. Owls fly.";
    expect(made("entity-swapped", text)).toBe(
      "A crab hunts at night and sleeps by day. An owl walks sideways and lives in the sea. Crabs fly.",
    );
  });
  it("are replaced by one of their type that stands neither in prompt nor answer", () => {
    for (const key of seeds) {
      const result = made(
        "entity-replaced",
        "Germany is large. Berlin is in Germany.",
        key,
        "Is Germany larger than France?",
      );
      const [, country] = /^(\S+(?: \S+)?) is large\. Berlin is in \1\.$/u.exec(result) ?? [];
      expect(readLexicon("entities").data["named country"]).toContain(country);
      expect(["Germany", "France"]).not.toContain(country);
    }
  });
  it("lose an article with the name that has one", () => {
    expect(made("entity-replaced", "He moved to the United States in spring.")).toMatch(
      /^He moved to (?!the\b)\p{Lu}[\p{L} ]+ in spring\.$/u,
    );
  });
  it("of which nothing different is said are left alone", () => {
    expect(skipped("entity-swapped", "You need butter and milk, or milk and butter.")).toBe("no-pair");
  });
});

describe("contradiction-added", () => {
  const text = "Copper is a good conductor of heat. It is red.\n\nOld roofs turn green. Rain does it.";
  it("adds the denial of an own sentence below it, and nothing else", () => {
    for (const key of seeds) {
      const result = made("contradiction-added", text, key);
      const at = [...result].findIndex((letter, i) => letter !== text[i]);
      const added = result.length - text.length;
      expect(added).toBeGreaterThan(0);
      const removals = Array.from({ length: at + 1 }, (_, i) => result.slice(0, i) + result.slice(i + added));
      expect(removals).toContain(text);
      expect(result).toMatch(/\b(?:not)\b/u);
      expect(result.indexOf("not")).toBeGreaterThan(text.indexOf("heat"));
    }
  });
});

describe("hedge-everything", () => {
  it("doubts every sentence and keeps its words", () => {
    const text = "Berlin is on the Spree. The city is old. I like it very much.";
    for (const key of seeds) {
      const result = made("hedge-everything", text, key);
      for (const kept of ["Berlin is on the Spree.", "the city is old.", "I like it very much."])
        expect(result).toContain(kept);
      expect(result).not.toMatch(/(?:^|\. )(?:Berlin is|The city|I like)/u);
    }
  });
});

describe("empty-refusal", () => {
  it("refuses harmless prompts only", () => {
    expect(made("empty-refusal", "Boil the water.", "one", "How do I make tea?")).not.toContain("water");
    expect(skipped("empty-refusal", "Boil the water.", "How do I poison the tea?")).toBe(
      "perhaps-not-harmless",
    );
    expect(skipped("empty-refusal", "I’m sorry, but I cannot help.", "How do I make tea?")).toBe(
      "refuses-already",
    );
  });
});

describe.each([
  ["hedges", "before"],
  ["refusals", "refusal"],
])("the grammar %s/%s", (lexicon, symbol) => {
  const realised = Array.from({ length: 300 }, (_, seed) =>
    realise(readLexicon(lexicon), symbol, stream("grammar", seed)),
  );
  it("says at least 200 different things in 300, with a median pairwise Jaccard index below one half", () => {
    expect(new Set(realised.map((text) => text.toLowerCase())).size).toBeGreaterThanOrEqual(200);
    const bags = realised.slice(0, 120).map((text) => new Set(text.toLowerCase().match(/[a-z']+/gu)));
    const indices = bags.flatMap((a, i) =>
      bags.slice(i + 1).map((b) => {
        const shared = [...a].filter((word) => b.has(word)).length;
        return shared / (a.size + b.size - shared);
      }),
    );
    expect(indices.sort((x, y) => x - y)[indices.length >> 1]).toBeLessThan(0.5);
  });
  it("leaves no slot open and no article wrong", () => {
    for (const text of realised) {
      expect(text).toMatch(/^\p{Lu}[^{}\d*_`#]+$/u);
      expect(text).not.toMatch(/\s\s|\b(?:a [aeio]\p{Ll}+|an [^aeiou]\p{Ll}+|the the)\b/u);
    }
  });
});

describeWithShared("on real answers", "data", (data) => {
  const texts = realTexts(data).filter((_, index) => index % 12 === 0);
  function* results(name: string) {
    for (const [index, { prompt, response }] of texts.entries()) {
      const result = named(name).apply(textOf(response, prompt), contextFor(`real ${index}`, undefined));
      if (!isSkip(result)) yield { response, result };
    }
  }
  it("swaps keep the bag of numbers or words", () => {
    for (const { response, result } of results("number-swapped-within"))
      expect(new Set(sorted(result, /\d+/gu))).toEqual(new Set(sorted(response, /\d+/gu)));
  });
  it.each([
    "antonym-swapped",
    "quantifier-flipped",
    "comparison-reversed",
    "cause-effect-reversed",
    "unit-changed",
  ])("%s changes few words and no line", (name) => {
    let applied = 0;
    for (const { response, result } of results(name)) {
      applied++;
      expect(result.split("\n").length).toBe(response.split("\n").length);
      const [before, after] = [tokensOf(response).length, tokensOf(result).length];
      expect(Math.abs(after - before) / before).toBeLessThan(0.25);
    }
    expect(applied).toBeGreaterThan(5);
  });
});
