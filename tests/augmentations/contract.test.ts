import { describe, expect, it } from "vitest";
import { isSkip } from "../../src/contract.js";
import { runExample } from "../../src/pairs/examples.js";
import { AUGMENTATIONS, contextFor, DONOR, deepFreeze, textOf } from "./discovered.js";

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

/** Those that borrow a prompt from another item. */
const BORROWING = AUGMENTATIONS.filter(
  ({ changes, examples }) => changes === "pairing" && examples.some(({ donor }) => donor !== undefined),
);

describe.each(BORROWING)("$name", (augmentation) => {
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
