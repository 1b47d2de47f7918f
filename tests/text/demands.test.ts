import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import { askedCount } from "../../src/text/asked-count.js";
import { conclusionOf } from "../../src/text/conclusions.js";
import { constraintsOf } from "../../src/text/constraints.js";
import { applyEdits } from "../../src/text/edits.js";
import { grammarErrors } from "../../src/text/grammar-errors.js";
import { corrections, misspelt, spelledWords } from "../../src/text/misspellings.js";

describe("askedCount", () => {
  it.each([
    ["Give me five tips for sleep.", 5],
    ["Name three public figures.", 3],
    ["What are 10 good, cheap ideas?", 10],
    ["Top 7 towns?", 7],
    ["I have two cats. Why do they fight?", undefined],
    ["What happened in 1990?", undefined],
    ["Give me one tip.", undefined],
  ])("%s", (question, count) => expect(askedCount(question)).toBe(count));
});

describe("constraintsOf", () => {
  it.each([
    ["Explain it in under 50 words.", [{ kind: "words", count: 50 }]],
    ["Explain it in no more than two sentences.", [{ kind: "sentences", count: 2 }]],
    ["Describe rain in a single sentence.", [{ kind: "sentences", count: 1 }]],
    ["Use bullet points.", [{ kind: "bullets" }]],
    ["Compare them in a table.", [{ kind: "table" }]],
    ["Describe it without using the word “wet”.", [{ kind: "without-word", word: "wet" }]],
    ["Answer in all lowercase.", [{ kind: "lower-case" }]],
    ["Is there a table in the periodic system?", []],
    ["What does this sentence mean?", []],
  ])("%s", (question, constraints) => expect(constraintsOf(question)).toEqual(constraints));
});

describe("conclusionOf", () => {
  const conclusion = (text: string) => {
    const span = conclusionOf(text);
    return span && text.slice(span.start, span.end);
  };
  it.each([
    ["Add it up.\n\nTherefore, the total is 12 apples in all.", "Therefore, the total is 12 apples in all."],
    [
      "It is red.\n\n**Conclusion**\n\nPaint roofs blue before winter and wait.",
      "**Conclusion**\n\nPaint roofs blue before winter and wait.",
    ],
    ["It is red.\n\nPaint roofs blue before winter and wait.", undefined],
    ["It is red.\n\n- Overall, paint roofs blue before winter.", undefined],
    ["It is red.\n\nOverall, call `paint_roofs()` twice before winter begins.", undefined],
  ])("of %j", (text, expected) => expect(conclusion(text)).toBe(expected));
});

describe("grammar and spelling", () => {
  it("puts no error where the text is code, a name or the beginning of a question", () => {
    expect(grammarErrors("Is it `is a b`? Do go. See NASA.")).toEqual([]);
  });
  it("breaks agreement, verb forms and articles", () => {
    const text = "This is a cat. You go home to make a cake. She provides it.";
    const after = applyEdits(text, grammarErrors(text));
    expect(after).toMatch(/^This are /u);
    expect(after).toContain("to makes");
    expect(after).toContain("She provide it");
  });
  it("misspells every word into another one, and keeps its first letter and case", () => {
    const random = stream("misspelt");
    for (const word of ["Receive", "address", "mountain", "eerie", "aaaaa", "queue"]) {
      for (let i = 0; i < 50; i++) {
        const made = misspelt(word, random);
        expect(made).not.toBe(word);
        expect(made.charAt(0)).toBe(word.charAt(0));
        expect(Math.abs(made.length - word.length)).toBeLessThanOrEqual(1);
      }
    }
  });
  it("mends what the lexicon misspells, and misspells no name", () => {
    const text = "We recieve Berlin's letters in Berlin seperately, and they are for Berlin.";
    expect(applyEdits(text, corrections(text))).toBe(
      "We receive Berlin's letters in Berlin separately, and they are for Berlin.",
    );
    expect(spelledWords(text).map((word) => word.text)).not.toContain("Berlin");
  });
});
