import { describe, expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { runExample } from "../../src/pairs/examples.js";
import {
  AUGMENTATIONS,
  contextFor,
  DONOR,
  deepFreeze,
  dosesOf,
  RESPONSE_AUGMENTATIONS,
  textOf,
} from "./discovered.js";
import { LONG, NASTY } from "./nasty-texts.js";

it("finds the operators", () => {
  expect(AUGMENTATIONS.length).toBeGreaterThanOrEqual(12);
});

describe.each(AUGMENTATIONS)("$name", (augmentation) => {
  it("says what it is", () => {
    for (const field of ["summary", "attribute", "applies", "source"] as const)
      expect(augmentation[field], field).toMatch(/\S/u);
    expect(Number.isInteger(augmentation.version) && augmentation.version > 0).toBe(true);
    expect(augmentation.summary).not.toContain("\n");
    const doses = augmentation.doses ?? [];
    expect([...doses].sort((a, b) => a - b)).toEqual(doses);
  });

  it("has three examples, one of them a skip, and keeps to each exactly", () => {
    const { examples } = augmentation;
    expect(examples.length).toBeGreaterThanOrEqual(3);
    expect(examples.some(({ skips }) => skips !== undefined)).toBe(true);
    expect(examples.some(({ skips }) => skips === undefined)).toBe(true);
    for (const example of examples) expect(runExample(augmentation, deepFreeze(example))).toEqual(example);
  });
});

describe.each(RESPONSE_AUGMENTATIONS)("$name on hostile texts", (augmentation) => {
  it.each(Object.entries({ ...NASTY, LONG }))("%s", (name, response) => {
    for (const dose of dosesOf(augmentation)) {
      const text = textOf(response);
      const made = augmentation.apply(text, contextFor(name, dose));
      expect(augmentation.apply(text, contextFor(name, dose)), "deterministic").toEqual(made);
      if (isSkip(made)) expect(made.skip).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      else {
        expect(made, "never its input").not.toBe(response);
        expect(made.trim(), "never empty").not.toBe("");
      }
    }
  });

  it("skips what holds no words", () => {
    for (const response of [NASTY.empty!, NASTY.space!, NASTY.rules!])
      expect(isSkip(augmentation.apply(textOf(response), contextFor("none", dosesOf(augmentation)[0])))).toBe(
        true,
      );
  });
});

describe.each(AUGMENTATIONS.filter(({ changes }) => changes === "pairing"))("$name", (augmentation) => {
  if (augmentation.changes !== "pairing") return;
  it("moves answers under another prompt and changes none of them", () => {
    const chosen = textOf("Good.");
    const rejected = textOf("Bad.");
    const made = augmentation.apply({ chosen, rejected }, contextFor("pairing", undefined));
    if (isSkip(made)) throw new Error(made.skip);
    for (const { response } of [made.base, made.variant]) expect(["Good.", "Bad."]).toContain(response);
    expect(made.variant.messages).toEqual(DONOR.messages);
    expect(made.base).not.toEqual(made.variant);
  });

  it("skips without a donor", () => {
    const context = { ...contextFor("pairing", undefined), corpus: { donor: () => undefined } };
    const made = augmentation.apply({ chosen: textOf("Good."), rejected: textOf("Bad.") }, context);
    expect(made).toEqual({ skip: "no-donor" });
  });
});
