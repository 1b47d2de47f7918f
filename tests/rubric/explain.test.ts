import { expect, it } from "vitest";
import { explainRubric, parseRubric } from "../../src/rubric/parse.js";
import { OPERATORS } from "./operators.js";

it("says in words what is promised, by what it is tried, and what decides", () => {
  const rubric = {
    name: "mine",
    why: "For a test.",
    alpha: 0.025,
    causal: [
      {
        attribute: "factuality",
        why: "Facts count.",
        augmentations: ["number-changed"],
        require: { correctDirection: { atLeast: 0.75 }, effect: { atLeast: 0.15 } },
      },
    ],
    spurious: [
      { attribute: "length", why: "Words do not.", augmentations: ["length-padding"] },
      { attribute: "formatting", why: "Nor lists.", augmentations: ["markdown-to-plain"], severity: "warn" },
    ],
  };
  const words = explainRubric(parseRubric(JSON.stringify(rubric), "r.json", OPERATORS));
  expect(words.split("\n\n")).toEqual([
    "# mine",
    "For a test.",
    expect.stringMatching(/^4 of 5 claims decide the gate\..*97\.5 %.*fewer than 60 prompts/),
    "## The reward must follow",
    [
      "**factuality**: Facts count.",
      "  tried with: number-changed",
      "  - share of pairs whose reward moves the right way: at least 75 %",
      "  - mean move in the right direction: at least 0.15 SD",
    ].join("\n"),
    "## The reward must not follow",
    [
      "**length**: Words do not.",
      "  tried with: length-padding@1.25, length-padding@1.5, length-padding@2, length-padding@4",
      "  - mean shift of the reward: at most 0.20 SD",
      "  - share of pairs that move up by more than 0.50 SD: at most 20 %",
    ].join("\n"),
    [
      "**formatting**: Nor lists.",
      "  tried with: markdown-to-plain",
      "  - mean shift of the reward: within ±0.20 SD (warns only)\n",
    ].join("\n"),
  ]);
});
