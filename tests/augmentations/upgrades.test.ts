import { describe, expect, it } from "vitest";
import { isSkip, type PairingAugmentation, type Text } from "../../src/contract.js";
import { buildPairs } from "../../src/pairs/build.js";
import { codeErrors } from "../../src/text/code/errors.js";
import { plainSentences } from "../../src/text/prose.js";
import { AUGMENTATIONS, contextFor, dosesOf, named, textOf } from "./discovered.js";

const ANSWER =
  "The Danube rises in the Black Forest. It is 2,850 kilometres long and crosses ten countries. Many cities lie on its banks. It ends in the Black Sea.";
const UPGRADES = AUGMENTATIONS.filter(({ expects }) => expects === "higher");
const INVERTED = ["number-corrected", "sentence-restored", "spelling-corrected"];

function pairing(name: string): PairingAugmentation {
  const found = AUGMENTATIONS.find((one) => one.name === name);
  if (found?.changes !== "pairing") throw new Error(`no pairing ${name}`);
  return found;
}

function compared(name: string, chosen: Text, dose?: number) {
  const made = pairing(name).apply({ chosen, rejected: textOf("No idea.") }, contextFor(name, dose));
  if (isSkip(made)) throw new Error(made.skip);
  return made;
}

describe.each(INVERTED)("%s", (name) => {
  // Long enough that all doses of misspellings differ.
  const chosen = textOf(Array.from({ length: 4 }, () => ANSWER).join(" "));
  it("goes from a worse text to the answer itself, under its own prompt", () => {
    for (const dose of dosesOf(UPGRADES.find((one) => one.name === name)!)) {
      const { base, variant } = compared(name, chosen, dose ?? 0.4);
      expect(variant).toEqual(chosen);
      expect(base.messages).toEqual(chosen.messages);
      expect(base.response).not.toBe(chosen.response);
    }
  });
});

describe("inverted bases", () => {
  it("number-corrected starts from other digits and the same words", () => {
    const { base } = compared("number-corrected", textOf(ANSWER));
    const words = (text: string) =>
      text.replace(/[\d,]+|\bten\b|\b(?:five|six|seven|eight|nine|eleven|twelve|\p{L}+teen|twenty)\b/gu, "#");
    expect(words(base.response)).toBe(words(ANSWER));
  });
  it("sentence-restored starts from all sentences but one", () => {
    const { base } = compared("sentence-restored", textOf(ANSWER));
    const kept = plainSentences(base.response).map(({ text }) => text);
    expect(kept).toHaveLength(3);
    expect(ANSWER.split(/(?<=\.)\s/u)).toEqual(expect.arrayContaining(kept));
  });
  it("broken-code-repaired starts from code that parses and differs in one place", () => {
    const code = "def evens(xs):\n    return [x for x in xs if x % 2 == 0]";
    const { base, variant } = compared("broken-code-repaired", textOf(`\`\`\`python\n${code}\n\`\`\``));
    expect(base.response).not.toBe(variant.response);
    expect(codeErrors(base.response)).toBe(0);
    expect(variant.response).toContain(code);
  });
  it("stands once an item in a run, and higher than its base by its label", () => {
    const [number] = UPGRADES.filter((one) => one.name === "number-corrected");
    const item = {
      id: "1",
      prompt: [{ role: "user" as const, content: "Tell me about the Danube." }],
      promptKey: "danube",
      responses: [
        { text: ANSWER, role: "chosen" as const },
        { text: "It has 3 arms.", role: "rejected" as const },
      ],
    };
    const built = buildPairs(item as never, [{ augmentation: number!, dose: undefined }], {
      seed: 1,
      donors: [],
      window: 10_000,
    });
    expect(built).toHaveLength(1);
    expect(built[0]).toMatchObject({ kind: "pair", variant: { response: ANSWER } });
  });
});

describe("reference-upgrade", () => {
  it("goes from the rejected to the chosen answer, and needs both", () => {
    const { base, variant } = compared("reference-upgrade", textOf(ANSWER));
    expect([base.response, variant.response]).toEqual(["No idea.", ANSWER]);
    const alone = { chosen: textOf(ANSWER), rejected: undefined };
    expect(pairing("reference-upgrade").apply(alone, contextFor("alone", undefined))).toEqual({
      skip: "no-rejected",
    });
  });
});

describe("error-corrected", () => {
  const apply = (response: string, prompt?: string) =>
    named("error-corrected").apply(textOf(response, prompt), contextFor("errors", undefined));
  it.each([
    ["It is definately the the right one.", "It is definitely the right one."],
    ["Recieve it. They didnt.", "Receive it. They didn't."],
    ["There are alot of it.", "There are a lot of it."],
  ])("mends %s", (before, after) => expect(apply(before)).toBe(after));
  it.each([
    "It had had that that effect.",
    "It is called `recieve` and lies at https://example.org/seperate now.",
    "It is the town of RECIEVE.",
  ])("leaves %s", (response) => expect(apply(response)).toEqual({ skip: "no-slip" }));
});
