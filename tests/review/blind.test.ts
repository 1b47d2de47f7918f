import { describe, expect, it } from "vitest";
import { preferred } from "../../src/contract.js";
import { readAnswer } from "../../src/review/answer.js";
import { blind, shownFirst } from "../../src/review/blind.js";
import { ownWords } from "../../src/review/own-words.js";

const base = { messages: [{ role: "user", content: "q" }], response: "seven bridges" } as const;
const variant = { ...base, response: "nine bridges" };

describe("a blind pair", () => {
  it("holds the texts in the order of the coin, and the same order every time", () => {
    for (const key of ["a", "b", "c", "d", "e", "f", "g", "h"]) {
      const { first, second } = blind({ key, base, variant }, 3);
      const baseFirst = shownFirst(key, 3) === "base";
      expect([first, second]).toEqual(
        baseFirst ? [base.response, variant.response] : [variant.response, base.response],
      );
    }
  });

  it("has a prompt for each where they differ", () => {
    const other = { ...variant, messages: [{ role: "user", content: "p" }] };
    const { prompt } = blind({ key: "a", base, variant: other }, 1);
    expect(prompt).toHaveProperty("first");
    expect(prompt).toHaveProperty("second");
  });

  it("is judged against the order", () => {
    expect(preferred("first", "variant")).toBe("variant");
    expect(preferred("second", "variant")).toBe("base");
    expect(preferred("tie", "base")).toBe("tie");
    expect(preferred("invalid", "base")).toBe("invalid");
  });
});

describe("what a reader types", () => {
  it.each([
    ["1", { kind: "judgement", judgement: "first", note: "" }],
    [" Second  it is off ", { kind: "judgement", judgement: "second", note: "it is off" }],
    ["t", { kind: "judgement", judgement: "tie", note: "" }],
    ["x", { kind: "judgement", judgement: "invalid", note: "" }],
    ["s", { kind: "skip" }],
    ["q", { kind: "quit" }],
  ])("%s", (line, expected) => expect(readAnswer(line)).toEqual(expected));

  it.each(["", "3", "12", "yes", "1st", "constructor"])("%s is no answer", (line) => {
    expect(readAnswer(line)).toBeUndefined();
  });
});

describe("marks of what only one text has", () => {
  it("give both texts back, and favour neither", () => {
    const there = ownWords("one two three", "one zwei three four");
    const back = ownWords("one zwei three four", "one two three");
    const text = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join("");
    expect(text(there.first)).toBe("one two three");
    expect(text(there.second)).toBe("one zwei three four");
    const own = (parts: readonly { text: string; own: boolean }[]) =>
      parts.filter((part) => part.own).map((part) => part.text.trim());
    expect(own(there.first)).toEqual(["two"]);
    expect(own(there.first)).toEqual(own(back.second));
  });
});
