import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/text/edits.js";
import { negate } from "../../src/text/negation.js";
import { thirdPerson } from "../../src/text/negation-words.js";

function negated(sentence: string): string | undefined {
  const edit = negate(sentence);
  return edit === undefined ? undefined : applyEdits(sentence, [edit]);
}

describe("negate", () => {
  it.each([
    ["Rust is iron oxide.", "Rust is not iron oxide."],
    ["You can eat it.", "You cannot eat it."],
    ["It will rain tomorrow.", "It will not rain tomorrow."],
    ["Water contains oxygen.", "Water does not contain oxygen."],
    ["She has a dog.", "She does not have a dog."],
    ["They have been there.", "They have not been there."],
    ["You need to stir.", "You do not need to stir."],
    ["Goethe wrote the play.", "Goethe did not write the play."],
    ["Add the flour slowly.", "Do not add the flour slowly."],
    ["Open a can of beans.", "Do not open a can of beans."],
    ["It's a large city.", "It's not a large city."],
    ["You'll find it there.", "You will not find it there."],
    ["That is a good idea.", "That is not a good idea."],
    ["There are many reasons.", "There are not many reasons."],
    ["**Rust** is red.", "**Rust** is not red."],
  ])("%s", (sentence, expected) => {
    expect(negated(sentence)).toBe(expected);
  });

  it.each([
    ["It is not safe for babies.", "It is safe for babies."],
    ["It isn't safe.", "It is safe."],
    ["You cannot eat it.", "You can eat it."],
    ["They won't come.", "They will come."],
    ["It does not contain sugar.", "It contains sugar."],
    ["We do not need it.", "We need it."],
    ["Do not stir the rice.", "Stir the rice."],
    ["He didn't see it.", "He did see it."],
  ])("takes the negation of %j away", (sentence, expected) => {
    expect(negated(sentence)).toBe(expected);
  });

  it.each([
    "Is it safe?",
    "If it is sunny, go.",
    "Here is the list:",
    "**Bake the bread:**",
    "I do not have any.",
    "It is not only red but also green.",
    "It is never too late.",
    "When it is hot, the bread is done.",
    "The man who is there waved.",
    "It is also red.",
    "It also provides shade.",
    "Here are the steps.",
    "I'm happy to help.",
    "The can rusts.",
    '"It is hot," he cried.',
    "There is this problem.",
    "Let's add the flour.",
    "Paris.",
    "",
  ])("leaves %j alone", (sentence) => {
    expect(negated(sentence)).toBeUndefined();
  });

  it.each([
    ["go", "goes"],
    ["try", "tries"],
    ["play", "plays"],
    ["have", "has"],
    ["watch", "watches"],
    ["make", "makes"],
  ])("third person of %s", (verb, expected) => {
    expect(thirdPerson(verb)).toBe(expected);
  });
});
