import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import { contentWords } from "../../src/text/content-words.js";
import { countTokens, countWords, tokensOf } from "../../src/text/counting.js";
import { looksEnglish } from "../../src/text/english.js";
import { realise } from "../../src/text/grammar.js";
import { informationOf } from "../../src/text/information.js";
import { keyPhrase } from "../../src/text/key-phrase.js";
import { readLexicon, wordSet } from "../../src/text/lexicon.js";
import { countMarks } from "../../src/text/marks.js";
import { remember } from "../../src/text/remember.js";

describe("tokens", () => {
  it.each<[string, string[]]>([
    ["It's 1,250.5 km.", ["It's", "1,250.5", "km", "."]],
    ["Well-known (a/b)!", ["Well", "-", "known", "(", "a", "/", "b", ")", "!"]],
    ["太阳 is 2", ["太", "阳", "is", "2"]],
    ["カフェ", ["カ", "フ", "ェ"]],
    ["Cafe\u0301", ["Cafe\u0301"]],
    ["end.Next", ["end", ".", "Next"]],
    ["", []],
  ])("%j", (text, expected) => {
    expect(tokensOf(text)).toEqual(expected);
  });

  it("counts", () => {
    expect(countTokens("One, two.")).toBe(4);
    expect(countWords("  One, two.\nthree ")).toBe(3);
  });
});

describe("language", () => {
  it.each(["The cat is on the mat and it sleeps well.", "Paris", "Yes, it is."])("%j is English", (text) => {
    expect(looksEnglish(text)).toBe(true);
  });
  it.each([
    "Die Katze liegt auf der Matte und schläft sehr tief.",
    "Le chat est sur le tapis et il dort bien.",
    "El gato duerme sobre la alfombra y no se despierta.",
    "太阳很大。",
    "12 + 3",
    "Привет",
  ])("%j is not", (text) => {
    expect(looksEnglish(text)).toBe(false);
  });
});

describe("lexicons", () => {
  it("are frozen and carry their source", () => {
    const lexicon = readLexicon("filler");
    expect(readLexicon("filler")).toBe(lexicon);
    expect(lexicon.licence).toBe("Apache-2.0");
    expect(() => (lexicon.data.short as string[]).push("x")).toThrow(TypeError);
    expect(wordSet("abbreviations", "never-final").has("dr")).toBe(true);
  });

  it("name the file where there is none", () => {
    expect(() => readLexicon("no-such")).toThrow(expect.objectContaining({ code: "TARE_EXTENSION_INVALID" }));
  });

  it("grow sentences from templates and notice a loop", () => {
    const grammar = {
      source: "test",
      licence: "none",
      data: { s: ["a {x} b"], x: ["c", "{y}"], y: ["d"], loop: ["{loop}"] },
    };
    const grown = new Set(Array.from({ length: 50 }, (_, seed) => realise(grammar, "s", stream(seed))));
    expect(grown).toEqual(new Set(["A c b", "A d b"]));
    expect(() => realise(grammar, "loop", stream(1))).toThrow(RangeError);
  });
});

describe("content", () => {
  it("takes words of the subject and numbers", () => {
    expect(contentWords("The Danube is 2,850 km long.")).toEqual(new Set(["danube", "2", "850", "long"]));
  });
  it("counts the words that only one sentence holds, numbers twice", () => {
    // wrote 1808 | nothing of its own | no content
    expect(informationOf(["Goethe wrote Faust in 1808.", "Goethe, Faust.", "It is so."])).toEqual([
      1 + 2,
      0,
      0,
    ]);
  });
  it("finds a phrase worth setting bold", () => {
    const sentence = "It forms near the iron oxide layer 12.";
    const { start, end } = keyPhrase(sentence)!;
    expect(sentence.slice(start, end)).toBe("iron oxide layer");
    expect(keyPhrase("It is as it is.")).toBeUndefined();
  });
  it("counts marks", () => {
    expect(countMarks("# a\n\n- **b**\n- *c*\n\n> d\n\n---\n\n```\ne\n```")).toEqual({
      headings: 1,
      listItems: 2,
      bold: 1,
      emphasis: 1,
      quotes: 1,
      tables: 0,
      rules: 1,
      fences: 1,
    });
  });
});

it("remembers the last texts only", () => {
  let made = 0;
  const length = remember((text) => {
    made++;
    return text.length;
  }, 2);
  expect([length("a"), length("a"), length("bb"), length("ccc"), length("a")]).toEqual([1, 1, 2, 3, 1]);
  expect(made).toBe(4);
});
