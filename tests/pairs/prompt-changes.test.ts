import { describe, expect, it } from "vitest";
import type { Augmentation, PromptAugmentation } from "../../src/contract.js";
import { skip } from "../../src/contract.js";
import { buildPairs } from "../../src/pairs/build.js";
import { itemOf } from "./made.js";

const ITEM = itemOf("Name a prime.", [
  ["chosen", "Seven is prime."],
  ["rejected", "Nine is prime."],
]);

function operator(
  apply: PromptAugmentation["apply"],
  more: Partial<Omit<PromptAugmentation, "apply">> = {},
): Augmentation {
  return {
    name: "asked-otherwise",
    summary: "For a test.",
    version: 1,
    expects: "same",
    attribute: "test",
    changes: "prompt",
    applies: "Everything.",
    languages: "any",
    preserves: [],
    source: "Written for a test.",
    examples: [],
    ...more,
    apply,
  };
}

function build(augmentation: Augmentation, doses: readonly (number | undefined)[] = [undefined]) {
  const selected = doses.map((dose) => ({ augmentation, dose }));
  return buildPairs(ITEM, selected, { seed: 1, window: 99, donors: [] });
}

const said = (content: string) => [{ role: "user", content }];

describe("an operator that changes the prompt", () => {
  it("gives one pair a response, all under the same new prompt and from the same draws", () => {
    const built = build(
      operator(({ response }, { random }) => ({
        messages: said(`Prime? ${random.integer(10 ** 9)}`),
        response,
      })),
    );
    expect(built).toMatchObject([
      {
        kind: "pair",
        response: 0,
        base: { response: "Seven is prime." },
        variant: { response: "Seven is prime." },
      },
      {
        kind: "pair",
        response: 1,
        base: { response: "Nine is prime." },
        variant: { response: "Nine is prime." },
      },
    ]);
    const prompts = built.map((one) => (one.kind === "pair" ? one.variant.messages[0]!.content : ""));
    expect(prompts[0]).toMatch(/^Prime\? \d+$/u);
    expect(prompts[1]).toBe(prompts[0]);
  });

  it("is at fault where its new prompt depends on the answer", () => {
    const built = build(
      operator(({ response }) => ({ messages: said(`Is this so: ${response}`), response })),
    );
    expect(built).toMatchObject([
      { kind: "pair", response: 0 },
      { kind: "skip", response: 1, stage: "error", reason: "threw", detail: /another answer/ },
    ]);
  });

  it("is refused where it left the prompt as it was, whatever it made of the answer", () => {
    const built = build(
      operator(({ messages, response }) => ({ messages, response: `${response} So it is.` })),
    );
    expect(built).toMatchObject([
      { stage: "guard", reason: "unchanged" },
      { stage: "guard", reason: "unchanged" },
    ]);
  });

  it("gives no second pair where two doses make the same prompt", () => {
    const built = build(
      operator(({ response }) => ({ messages: said("Prime?"), response }), { doses: [1, 2] }),
      [1, 2],
    );
    expect(built.map((one) => (one.kind === "pair" ? "pair" : one.reason))).toEqual([
      "pair",
      "pair",
      "duplicate",
      "duplicate",
    ]);
  });

  it("is held to what it preserves in the prompt, and to its similarity, and its drift is that of both", () => {
    const longer = ({ response }: { response: string }) => ({
      messages: said("Name a prime. See http://a.org/b."),
      response,
    });
    expect(build(operator(longer, { preserves: ["urls"] }))[0]).toMatchObject({ reason: "urls-touched" });
    expect(build(operator(longer, { minimumSimilarity: 0.9 }))[0]).toMatchObject({ reason: "too-different" });
    // "Name a prime." and "Seven is prime.": 4 tokens each; "See http://a.org/b." has 11 (each sign is one).
    expect(build(operator(longer))[0]).toMatchObject({
      drift: { baseTokens: 8, variantTokens: 19, urls: 1, sentences: 1 },
    });
  });

  it("counts its skips, and as errors what is no text", () => {
    expect(build(operator(() => skip("no-name")))[1]).toMatchObject({ stage: "apply", reason: "no-name" });
    for (const wrong of ["A string.", { messages: [{}], response: "" }, { messages: said("x") }])
      expect(build(operator((() => wrong) as never))[0]).toMatchObject({ stage: "error", reason: "threw" });
  });
});
