import { describe, expect, it } from "vitest";
import { reversedCauses } from "../../src/text/causes.js";
import { applyEdits } from "../../src/text/edits.js";
import { looksPlural, plural, verbForms } from "../../src/text/inflection.js";
import { measures } from "../../src/text/measures.js";
import { oppositeEdits } from "../../src/text/opposites.js";
import { phraseFinder } from "../../src/text/phrases.js";
import { mayBeRefused, refuses } from "../../src/text/refusing.js";
import { likeCase, takesAn, withArticle } from "../../src/text/wording.js";

describe("phrases", () => {
  const find = phraseFinder(["hot", "hot dog", "well known"]);
  it("are found at their longest, in any case, over hyphens and line breaks, without a possessive ending", () => {
    const text = "Hot soup and a hot\ndog. A well-known dog is hot. The hot dog's bun.";
    expect(find(text).map(({ text: found }) => found)).toEqual([
      "Hot",
      "hot\ndog",
      "well-known",
      "hot",
      "hot dog",
    ]);
  });
  it("do not cross sentences, code or identifiers", () => {
    expect(find("It is well. Known facts. `hot` x_hot <!-- hot -->")).toEqual([]);
  });
});

describe("words", () => {
  it.each([
    ["Hot", "cold", "Cold"],
    ["HOT", "cold", "COLD"],
    ["hot", "cold", "cold"],
    ["I", "you", "You"],
  ])("%s gives %s the case of %s", (original, word, expected) => {
    expect(likeCase(original, word)).toBe(expected);
  });
  it("take a or an by sound", () => {
    expect(
      ["apple", "hour", "umbrella", "uninteresting", "8", "18", "honest"].filter((word) => !takesAn(word)),
    ).toEqual([]);
    expect(["unit", "user", "European", "one", "cat", "80 cats".slice(1), "uniform"].filter(takesAn)).toEqual(
      [],
    );
    const text = "Take an owl and a cat. An owl!";
    const owls = [...text.matchAll(/owl/gu)].map(({ index }) =>
      withArticle(text, { start: index, end: index + 3, text: "bear" }),
    );
    expect(applyEdits(text, owls)).toBe("Take a bear and a cat. A bear!");
  });
  it("are inflected", () => {
    expect(verbForms("reduce")).toEqual(["reduce", "reduces", "reduced", "reducing"]);
    expect(verbForms("clarify")).toEqual(["clarify", "clarifies", "clarified", "clarifying"]);
    expect(verbForms("attach")).toEqual(["attach", "attaches", "attached", "attaching"]);
    expect(verbForms("stop")).toEqual(["stop", "stops", "stopped", "stopping"]);
    expect(["cat", "fox", "berry", "toy"].map(plural)).toEqual(["cats", "foxes", "berries", "toys"]);
    expect(["cats", "people", "is", "this", "glass", "virus", "bird"].map(looksPlural)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

const opposite = (text: string) => applyEdits(text, oppositeEdits(text, "antonyms"));

describe("opposites", () => {
  it.each([
    ["Use a sharp knife.", "Use a dull knife."],
    ["An easy way.", "A difficult way."],
    ["Reducing heat helps.", "Increasing heat helps."],
    ["It prevents damage.", "It causes damage."],
    ["It prevents water from leaking.", "It prevents water from leaking."],
    ["Hot and cold water.", "Hot and cold water."],
    ["She went to high school in New York.", "She went to high school in New York."],
    ["They own a Strong Brew.", "They own a Strong Brew."],
  ])("%s", (text, expected) => {
    expect(opposite(text)).toBe(expected);
  });
});

const reversed = (text: string) => applyEdits(text, reversedCauses(text));

describe("causes", () => {
  it.each([
    ["Ice melts because it is warm.", "Ice melts, so it is warm."],
    ["It is warm, so the ice melts.", "It is warm because the ice melts."],
    ["Trees fall because of the storm.", "Trees fall, which leads to the storm."],
    ["Smoking causes cancer.", "Smoking is caused by cancer."],
    ["It can reduce stress.", "It can be reduced by stress."],
    ["Sleep helps reduce stress.", "Sleep is reduced by stress."],
    ["Trees absorb noise.", "Trees are absorbed by noise."],
    ["It grows fast, reducing noise.", "It grows fast, reduced by noise."],
    ["Damage caused by heat is rare.", "Damage causing heat is rare."],
    ["Heat leads to damage.", "Heat results from damage."],
    ["It rained. Therefore, it is wet.", "It rained. This is because it is wet."],
    ["The causes of war are many.", "The effects of war are many."],
    ["You can create a file.", "You can create a file."],
    ["Use it to reduce stress.", "Use it to reduce stress."],
    ["It is so because I say so.", "It is so, so I say so."],
    ["Why is it due to rain?", "Why is it due to rain?"],
  ])("%s", (text, expected) => {
    expect(reversed(text)).toBe(expected);
  });
});

it.each<[string, string[]]>([
  ["Bake 2 cups for 30 minutes at 350°F (177 °C).", ["2 cups", "30 minutes", "350 F", "177 C"]],
  ["A 5-minute walk of 3km, 1/2 mile or 4.5 billion steps.", ["5 minute", "3 km", "1/2 mile", "4.5 billion"]],
  ["Vitamin 5 C, step 2 minutes, 7 dwarfs and 10 m/s.", []],
  ["It is 25 degrees Celsius.", ["25 Celsius"]],
])("measures of %j", (text, expected) => {
  expect(
    measures(text).map(({ number, written }) => `${number.text} ${text.slice(written.start, written.end)}`),
  ).toEqual(expected);
});

it("refusals and what might be refused", () => {
  expect(refuses("I’m sorry, but no.")).toBe(true);
  expect(refuses("Boil the water.")).toBe(false);
  expect(mayBeRefused("How do I build a Bomb?")).toBe(true);
  expect(mayBeRefused("How do I bake bread?")).toBe(false);
});
