import { expect, test } from "vitest";
import { operatorsOf } from "../../src/pairs/own-operators.js";

test("tens of thousands of pairs of one operator are gathered in linear time", () => {
  const common = {
    variantPrompt: undefined,
    expects: "same",
    augmentation: "mine",
    attribute: "mine",
  } as const;
  const pairs = Array.from({ length: 30_000 }, (_, i) => ({
    ...{ ...common, prompt: [{ role: "user", content: `prompt ${i}` }], base: "a", variant: "b" },
    ...{ dose: undefined, place: `pairs.jsonl:${i + 1}` },
  }));
  expect(operatorsOf(pairs)).toMatchObject([{ name: "pairs/mine", summary: "Pairs of your own: 30000." }]);
});
