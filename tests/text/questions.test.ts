import { describe, expect, it } from "vitest";
import type { Text } from "../../src/contract.js";
import { skip } from "../../src/contract.js";
import { turnsOnForm } from "../../src/text/about-form.js";
import { conversationOf, everywhere } from "../../src/text/everywhere.js";
import { loneFirstNames } from "../../src/text/first-names.js";
import { personTerms } from "../../src/text/person-terms.js";
import { askedAs, followedBy, holdsCodeLines, questionOf } from "../../src/text/question.js";

const TEXT: Text = {
  messages: [
    { role: "system", content: "Be kind." },
    { role: "user", content: "Hello." },
    { role: "assistant", content: "Hi." },
    { role: "user", content: "Why?" },
  ],
  response: "Because.",
};

describe("the question", () => {
  it("is the last turn of a user, and the last of all without one", () => {
    expect(questionOf(TEXT)).toBe("Why?");
    expect(questionOf({ messages: TEXT.messages.slice(0, 3), response: "" })).toBe("Hello.");
    expect(questionOf({ messages: [{ role: "human", content: "Who?" }], response: "" })).toBe("Who?");
    expect(questionOf({ messages: [], response: "" })).toBe("");
    expect(askedAs(TEXT, "How?").messages.map(({ content }) => content)).toEqual([
      "Be kind.",
      "Hello.",
      "Hi.",
      "How?",
    ]);
    expect(askedAs({ messages: [], response: "" }, "How?").messages).toEqual([]);
  });

  it("goes on on its line, and below lists and code", () => {
    expect(followedBy("Why? \n", "So?")).toBe("Why? So?");
    expect(followedBy("Why?\n- a", "So?")).toBe("Why?\n- a\n\nSo?");
    expect(followedBy("Run `a`", "So?")).toBe("Run `a`\n\nSo?");
    expect(holdsCodeLines("Why?\n\n```\na\n```")).toBe(true);
    expect(holdsCodeLines("Why `a`?")).toBe(false);
  });

  it("turns on form where it speaks of spelling, letters or a text at hand", () => {
    for (const yes of ["Spell cat.", "How many letters?", "Rewrite the following sentence.", "Translate it."])
      expect(turnsOnForm(yes), yes).toBe(true);
    for (const no of ["Why is it so?", "Who wrote Faust?", "Is this better?"])
      expect(turnsOnForm(no), no).toBe(false);
  });
});

describe("everywhere", () => {
  it("changes every turn but the system's, and the answer; one skip is the whole text's", () => {
    const louder = everywhere(TEXT, (part, where) => `${part}${where === "prompt" ? "!" : "?"}`);
    expect(louder).toEqual({
      messages: [
        { role: "system", content: "Be kind." },
        { role: "user", content: "Hello.!" },
        { role: "assistant", content: "Hi.!" },
        { role: "user", content: "Why?!" },
      ],
      response: "Because.?",
    });
    expect(everywhere(TEXT, (part) => (part === "Hi." ? skip("no") : part))).toEqual(skip("no"));
    expect(conversationOf(TEXT)).toBe("Hello.\n\nHi.\n\nWhy?");
  });
});

describe("persons", () => {
  it.each([
    ["A Dutch friend came.", true],
    ["My new Dutch maths teacher is here.", true],
    ["I am Dutch. Why?", true],
    ["She's a Dutch, and so?", true],
    ["Dutch people sing.", false],
    ["The Dutch women won.", false],
    ["A Dutch cheese came.", false],
    ["The dish is Dutch.", false],
    ["I am Dutch court clerk.", false],
  ])("%s describes a person: %s", (text, person) => {
    expect(personTerms(text, ({ text: word }) => word === "Dutch")).toMatchObject([
      { text: "Dutch", person },
    ]);
  });

  it.each([
    ["Kevin met Emily and Kevin's dog.", ["Kevin", "Emily"]],
    ["Dear Kevin, hello.", ["Kevin"]],
    ["Kevin Costner and Dr. Kevin.", []],
    ["Kevin Costner came. Kevin left.", []],
    ["Kevin left, and then Kevin Costner came.", []],
    ["We saw Uma Priya.", []],
    ["kevin and KEVINA", []],
  ])("%s names by first name alone: %j", (text, names) => {
    expect(loneFirstNames(text).map(({ name }) => name)).toEqual(names);
  });
});
