import { expect, it } from "vitest";
import type { Augmentation, Item, ResponseAugmentation } from "../../src/contract.js";
import { buildPairs } from "../../src/pairs/build.js";

const item: Item = {
  id: "i",
  promptKey: "p",
  subset: "",
  prompt: [{ role: "user", content: "Why?" }],
  responses: [{ role: "chosen", style: "", text: "Because." }],
};

function operator(apply: unknown): Augmentation {
  return {
    name: "careless",
    summary: "Careless.",
    version: 1,
    expects: "same",
    attribute: "care",
    changes: "response",
    applies: "everything",
    languages: "any",
    preserves: [],
    source: "this test",
    examples: [],
    apply: apply as ResponseAugmentation["apply"],
  };
}

const build = (apply: unknown) =>
  buildPairs(item, [{ augmentation: operator(apply), dose: undefined }], { seed: 1, window: 99, donors: [] });

it.each([
  ["nothing", () => undefined, /no text/],
  ["a number", () => 7, /a number/],
  ["a promise", async () => "later", /a object/],
])("an operator that returns %s is an error of that pair, not of the run", (_, apply, detail) => {
  expect(build(apply)).toMatchObject([
    { kind: "skip", stage: "error", reason: "threw", detail: expect.stringMatching(detail) },
  ]);
});

it("an operator that writes to its input is an error, and the item stays as it was", () => {
  const built = build((text: { messages: { content: string }[] }) => {
    text.messages[0]!.content = "Hacked";
    return "Hacked.";
  });
  expect(built).toMatchObject([{ kind: "skip", stage: "error" }]);
  expect(item.prompt[0]!.content).toBe("Why?");
});
