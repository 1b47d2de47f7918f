import { describe, expect, it } from "vitest";
import { divide } from "../../src/augment/hold-out.js";
import { findOperator } from "../../src/pairs/compose.js";
import type { Selected } from "../../src/pairs/propose.js";
import { AUGMENTATIONS } from "../augmentations/discovered.js";

const selected = (...names: string[]) =>
  names.map((name) => {
    const augmentation = findOperator(name, AUGMENTATIONS);
    if (typeof augmentation === "string") throw new Error(augmentation);
    return { augmentation, dose: undefined };
  });
const namesOf = (all: readonly Selected[]) => all.map(({ augmentation }) => augmentation.name);
const PAIRED = "number-changed+preamble";

describe("what is held out of an export", () => {
  it.each([
    ["an operator", ["preamble"], ["number-changed", "length-padding"], ["preamble", PAIRED]],
    ["an attribute", ["length"], ["number-changed", "preamble", PAIRED], ["length-padding"]],
    [
      "a part of a composed operator",
      ["number-changed"],
      ["preamble", "length-padding"],
      ["number-changed", PAIRED],
    ],
    ["nothing", [], ["number-changed", "preamble", "length-padding", PAIRED], []],
  ])("is %s, wherever it is a part", (_, asked, exported, heldOut) => {
    const all = selected("number-changed", "preamble", "length-padding", PAIRED);
    const divided = divide(all, asked, AUGMENTATIONS);
    expect([namesOf([...divided.exported]), namesOf([...divided.heldOut])]).toEqual([exported, heldOut]);
  });

  it("is told whole: also operators that were not asked for", () => {
    const { names } = divide(selected("preamble"), ["factuality"], AUGMENTATIONS);
    const factual = AUGMENTATIONS.filter(({ attribute }) => attribute === "factuality");
    expect(names.length).toBeGreaterThan(5);
    expect([...names].sort()).toEqual(factual.map(({ name }) => name).sort());
  });

  it.each([
    ["preambel", /TARE_UNKNOWN_NAME .*"preambel" \(did you mean preamble\?\)/u],
    ["factualty", /TARE_UNKNOWN_NAME .*factuality/u],
    ["flattery", /TARE_USAGE .*no operator/u],
  ])("cannot be %s", (asked, problem) => {
    const divided = () => divide(selected("preamble"), [asked], AUGMENTATIONS);
    expect(tryTo(divided)).toMatch(problem);
  });
});

function tryTo(work: () => unknown): string {
  try {
    return String(work());
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code} ${message}`;
  }
}
