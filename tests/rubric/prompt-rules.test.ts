import { expect, it } from "vitest";
import { TareError } from "../../src/errors.js";
import { parseRubric } from "../../src/rubric/parse.js";
import { OPERATORS } from "./operators.js";

function problems(attribute: string, augmentations: readonly string[], more: object = {}): string {
  const rule = { attribute, why: "w", augmentations, allow: { effect: 0.2 }, ...more };
  try {
    parseRubric(JSON.stringify({ name: "n", why: "w", spurious: [rule] }), "r.json", OPERATORS);
    return "";
  } catch (error) {
    if (error instanceof TareError) return error.message;
    throw error;
  }
}

it("a rule may hold changes of the prompt, with bounds on margins and flips", () => {
  expect(problems("prompt noise", ["prompt-tautology"])).toBe("");
  expect(problems("prompt noise", ["prompt-tautology"], { allow: { flipRate: 0.1 } })).toBe("");
});

it("but not beside changes of the answer, whose numbers mean something else", () => {
  expect(problems("formatting", ["markdown-to-plain", "prompt-tautology"])).toContain(
    '"prompt-tautology" changes the prompt and is judged on margins, "markdown-to-plain" is not',
  );
});

it("and a margin has no side to which it may go", () => {
  expect(problems("prompt noise", ["prompt-tautology"], { expect: "not-higher" })).toContain(
    "margins must stay the same",
  );
});
