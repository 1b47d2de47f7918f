import { expect, test } from "vitest";
import { TareError } from "../../src/errors.js";
import { parseRubric } from "../../src/rubric/parse.js";

const rubric = (attribute: string, augmentations: readonly string[]) =>
  parseRubric(
    JSON.stringify({
      ...{ name: "mine", why: "A draft." },
      causal: [
        { attribute, why: "It matters.", augmentations, require: { correctDirection: { atLeast: 0.6 } } },
      ],
    }),
    "mine.json",
    [],
  );
const problem = (attribute: string, augmentations: readonly string[]): unknown => {
  try {
    return rubric(attribute, augmentations);
  } catch (error) {
    return error instanceof TareError ? error.message : error;
  }
};

test("a rule of oracle operators is called what its author likes: no rule wrote them", () => {
  const [rule] = rubric("Plain language (B1)", ["oracle:degrade/plain-language-b1"]).rules;
  expect(rule).toMatchObject({ attribute: "Plain language (B1)", expects: "lower" });
  expect(rubric("what the oracle mends", ["oracle:upgrade"]).rules[0]).toMatchObject({ expects: "higher" });
});

test("down and up stay two rules, and an attribute alone makes no operator", () => {
  expect(problem("clarity", ["oracle:degrade/clarity", "oracle:upgrade/clarity"])).toContain(
    "mixes operators",
  );
  expect(problem("clarity", ["oracle:degrade/Clarity!"])).toContain("no oracle operator is called");
});
