import { describe, expect, it } from "vitest";
import { TareError } from "../../src/errors.js";
import { parseRubric } from "../../src/rubric/parse.js";
import { OPERATORS } from "./operators.js";

function failure(text: string): TareError {
  try {
    parseRubric(text, "r.json", OPERATORS);
  } catch (error) {
    if (error instanceof TareError) return error;
    throw error;
  }
  throw new Error("it parsed");
}

describe("what is no JSON", () => {
  it.each([
    ['{\n  "name": "x",\n  "why" "y"\n}', "r.json:3:9", "a colon is expected"],
    ['{"name": "x",\n}', "r.json:2:1", "comma too many"],
    ['{"a": 1,\r\n // hint\r\n "b": 2}', "r.json:2:2", "no comments"],
    ['{"a": 1 "b": 2}', "r.json:1:9", "a comma is expected"],
    ['{"a": [1, 2}', "r.json:1:12", "a comma is expected"],
    ['{"a": [1, 2', "r.json:1:12", "closing bracket is missing"],
    ["", "r.json:1:1", "the file is empty"],
    ["{} {}", "r.json:1:4", "should end here"],
    ['{"name": "x",\n "name": "y"}', "r.json:2:2", '"name" is given twice'],
    ['{"name": "x', "r.json:1:10", "string"],
  ])("%j", (text, where, says) => {
    const error = failure(text);
    expect(error.code).toBe("TARE_RUBRIC_SYNTAX");
    expect(error.where).toBe(where);
    expect(error.message).toContain(says);
  });
});

/** A rubric with the section; `§` marks where the error must point. */
function place(section: string): { text: string; where: string } {
  const marked = `{"name": "n", "why": "w",\n${section}}`;
  const before = marked.slice(0, marked.indexOf("§")).split("\n");
  return { text: marked.replace("§", ""), where: `r.json:${before.length}:${before.at(-1)!.length + 1}` };
}
const facts = (fields: string) => `"causal": [{"attribute": "factuality", "why": "w",\n${fields}}]`;
const spurious = (fields: string) => `"spurious": [\n{"why": "w", ${fields}}]`;
const form = (fields: string) =>
  spurious(`"attribute": "formatting", "augmentations": ["markdown-to-plain"],\n${fields}`);
const REQUIRE = '"require": {"effect": {"atLeast": 0.1}}';
const LENGTH = '{"attribute": "length", "why": "w", "augmentations": ["length-padding"]}';

describe("what is no rubric", () => {
  it.each([
    [
      "a misspelt field",
      '§"minimumPromts": 50',
      "minimumPromts: unknown field (did you mean minimumPrompts?)",
    ],
    [
      "a misspelt bound",
      form('"allow": {§"efect": 0.2}'),
      "spurious[0].allow.efect: unknown field (did you mean effect?)",
    ],
    ["a wrong type", '"alpha": §"0.05"', "alpha: should not be a string: give a number"],
    [
      "a rate above 1",
      '"ranking": {"accuracy": {"atLeast": §1.2}}',
      "ranking.accuracy.atLeast: 1.2 is impossible: it must be below 1",
    ],
    [
      "a negative bound",
      form('"allow": {"effect": §-0.2}'),
      "spurious[0].allow.effect: -0.2 is impossible: it must be above 0",
    ],
    [
      "a share that cannot fail",
      form('"allow": {"flipRate": §1}'),
      "spurious[0].allow.flipRate: 1 is impossible: it must be below 1",
    ],
    [
      "a severity that is none",
      form('"severity": §"eror"'),
      '"eror" is not one of error, warn (did you mean error?)',
    ],
    [
      "a missing why",
      '"spurious": [§{"attribute": "formatting", "augmentations": ["markdown-to-plain"]}]',
      "spurious[0].why: is missing: give a string",
    ],
    ["no operator", facts(`"augmentations": §[], ${REQUIRE}`), "causal[0].augmentations: must not be empty"],
    [
      "an unknown operator",
      facts(`"augmentations": ["claim-negated", §"number-chnged"], ${REQUIRE}`),
      'causal[0].augmentations[1]: no augmentation is called "number-chnged" (did you mean number-changed?)',
    ],
    [
      "an unknown dose",
      spurious('"attribute": "length", "augmentations": [§"length-padding@3"]'),
      '"3" is no dose of "length-padding": it has 1.25, 1.5, 2, 4',
    ],
    [
      "an empty dose",
      spurious('"attribute": "length", "augmentations": [§"length-padding@"]'),
      '"" is no dose of "length-padding"',
    ],
    [
      "a dose where there is none",
      spurious('"attribute": "preamble", "augmentations": [§"preamble@2"]'),
      '"preamble" has no doses: leave out "@2"',
    ],
    [
      "an operator twice",
      spurious('"attribute": "length", "augmentations": ["length-padding@2", §"length-padding"]'),
      "length-padding@2 is selected twice",
    ],
    [
      "a degradation under spurious",
      spurious('"attribute": "factuality", "augmentations": §["number-changed"]'),
      '"number-changed" expects the reward to go lower: it belongs under causal',
    ],
    [
      "an invariance under causal",
      facts(`"augmentations": §["markdown-to-plain"], ${REQUIRE}`),
      '"markdown-to-plain" expects the reward to stay (same): it belongs under spurious',
    ],
    [
      "opposite directions",
      facts(`"augmentations": §["number-changed", "number-mended"], ${REQUIRE}`),
      "mixes",
    ],
    [
      "mixed expectations unsaid",
      '"spurious": [§{"why": "w", "attribute": "length", "augmentations": ["markdown-to-plain", "preamble"]}]',
      'say which with "expect"',
    ],
    [
      "nothing required",
      facts('"augmentations": ["number-changed"], "require": §{}'),
      "causal[0].require: requires nothing",
    ],
    [
      "an unknown attribute",
      spurious('"attribute": §"formating", "augmentations": ["markdown-to-plain"]'),
      'no augmentation speaks of "formating" (did you mean formatting?)',
    ],
    [
      "a reserved attribute",
      spurious('"attribute": §"ranking", "augmentations": ["markdown-to-plain"]'),
      '"ranking" is the name of the ranking section',
    ],
    [
      "an attribute twice",
      `"spurious": [${LENGTH},\n{"attribute": §"length", "why": "w", "augmentations": ["preamble"]}]`,
      'spurious[1].attribute: "length" already has a rule',
    ],
    [
      "an operator under two attributes",
      `"spurious": [${LENGTH},\n{"attribute": "preamble", "why": "w", "augmentations": §["length-padding@2"]}]`,
      'length-padding@2 already stands for "length"',
    ],
    [
      "flips of a pairing",
      spurious(
        '"attribute": "irrelevant query", "augmentations": ["irrelevant-query"], "allow": §{"flipRate": 0.1}',
      ),
      '"irrelevant-query" compares two texts',
    ],
    [
      "an attack by what may not pay nor cost",
      form('"allow": {"attackSuccess": §0.1}'),
      'only a rule that expects "not-higher" has an attack',
    ],
  ])("%s", (_name, section, says) => {
    const { text, where } = place(section);
    const error = failure(text);
    expect(error.code).toBe("TARE_RUBRIC_FIELD");
    expect(error.message).toContain(says);
    expect(error.message).not.toContain("\n");
    expect(error.where).toBe(where);
  });

  it("names every problem at once, in the order of the file", () => {
    const error = failure('{"name": "n", "why": "w",\n"tail": -1,\n"alpha": 2,\n"minimumPrompts": 3}');
    expect(error.message.split("\n").map((line) => line.trim())).toEqual([
      "tail: -1 is impossible: it must be above 0",
      "r.json:3:10: alpha: 2 is impossible: it must be below 0.5",
      "r.json:4:19: minimumPrompts: 3 is impossible: it must be at least 6",
    ]);
    expect(error.where).toBe("r.json:2:9");
  });

  it.each([
    [
      '{"name": "n", "why": "w"}',
      "no rule at all: give causal, spurious, hacks, probes or ranking something to hold",
    ],
    [
      '{"name": "n", "why": "w", "causal": [], "spurious": []}',
      "no rule at all: give causal, spurious, hacks, probes or ranking something to hold",
    ],
    ["[]", "should not be an array: give an object"],
    ["null", "should not be null: give an object"],
  ])("%s", (text, message) => {
    const error = failure(text);
    expect([error.code, error.where, error.message]).toEqual(["TARE_RUBRIC_FIELD", "r.json:1:1", message]);
  });
});
