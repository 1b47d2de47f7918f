import { describe, expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { changedParts } from "../../src/pairs/changed-part.js";
import { preservedContents } from "../../src/text/preserved.js";
import { describeWithShared } from "../shared.js";
import { contextFor, deepFreeze, dosesOf, textOf } from "./discovered.js";
import { LONG, NASTY } from "./nasty-texts.js";
import { asked, PROMPT_AUGMENTATIONS } from "./prompt-operators.js";
import { realTexts } from "./real-texts.js";

it("finds the operators that change the prompt", () => {
  expect(PROMPT_AUGMENTATIONS.length).toBeGreaterThanOrEqual(18);
});

describe.each(PROMPT_AUGMENTATIONS)("$name on hostile questions", (augmentation) => {
  it.each(dosesOf(augmentation))("at dose %s keeps the contract", (dose) => {
    for (const [name, question] of Object.entries(NASTY)) {
      const text = asked(question);
      const made = augmentation.apply(text, contextFor(name, dose));
      expect(augmentation.apply(text, contextFor(name, dose)), `deterministic: ${name}`).toEqual(made);
      if (isSkip(made)) {
        expect(made.skip).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
        continue;
      }
      expect(made.messages, `never its input: ${name}`).not.toEqual(text.messages);
      expect(made.messages.map(({ role }) => role)).toEqual(text.messages.map(({ role }) => role));
      expect(made.messages[0], "the system message stays").toEqual(text.messages[0]);
      expect(made.messages.at(-1)!.content.trim(), `never empty: ${name}`).not.toBe("");
      const other = augmentation.apply({ ...text, response: "Yes." }, contextFor(name, dose));
      if (!isSkip(other)) expect(other.messages, `whatever the answer: ${name}`).toEqual(made.messages);
    }
  });

  it("takes 200 kB", () => {
    const made = augmentation.apply(asked(LONG), contextFor("long", dosesOf(augmentation)[0]));
    if (!isSkip(made)) expect(made.messages.at(-1)!.content.length).toBeGreaterThan(LONG.length / 2);
  });

  it("skips what asks nothing", () => {
    for (const question of [NASTY.empty!, NASTY.space!, NASTY.rules!])
      expect(
        isSkip(augmentation.apply(textOf("Yes.", question), contextFor("none", dosesOf(augmentation)[0]))),
      ).toBe(true);
    const silent = deepFreeze({ messages: [], response: "Yes." });
    expect(isSkip(augmentation.apply(silent, contextFor("none", dosesOf(augmentation)[0])))).toBe(true);
  });
});

describeWithShared("on real questions", "data", (data) => {
  const texts = realTexts(data).filter((_, index) => index % 12 === 0);
  it("every operator leaves what it promises to preserve", () => {
    const broken: string[] = [];
    for (const [index, { prompt, response }] of texts.entries())
      for (const augmentation of PROMPT_AUGMENTATIONS) {
        const dose = dosesOf(augmentation)[index % dosesOf(augmentation).length];
        const text = textOf(response, prompt);
        const made = augmentation.apply(text, contextFor(`real ${index}`, dose));
        if (isSkip(made)) continue;
        const after = changedParts(made, augmentation);
        for (const [at, part] of changedParts(text, augmentation).entries()) {
          if (part === after[at]) continue;
          for (const kind of augmentation.preserves) {
            const [kept, found] = [preservedContents(part, kind), preservedContents(after[at]!, kind)];
            if (JSON.stringify(kept) === JSON.stringify(found)) continue;
            broken.push(
              `${augmentation.name} on ${index}: ${JSON.stringify(kept)} became ${JSON.stringify(found)}`,
            );
          }
        }
      }
    expect(broken).toEqual([]);
  });
});
