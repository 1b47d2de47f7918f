import { describe, expect, test } from "vitest";
import { loadAugmentations } from "../../src/registry.js";
import { exchangeReferences } from "../../src/rubric/check-exchange.js";
import { explainRubric, parseRubric } from "../../src/rubric/parse.js";

const augmentations = await loadAugmentations();
const RUBRIC = {
  name: "mine",
  why: "A test.",
  causal: [
    {
      attribute: "factuality",
      why: "Facts count.",
      augmentations: ["number-changed"],
      require: { correctDirection: { atLeast: 0.6 } },
    },
  ],
};
const PADDED = { degradation: "number-changed", hack: "length-padding" };
const parse = (fields: object, base: object = {}) =>
  parseRubric(JSON.stringify({ ...RUBRIC, ...fields }, null, 2), "mine.json", augmentations, () => ({
    file: "theirs.json",
    source: JSON.stringify({ ...RUBRIC, ...base }, null, 2),
  }));
const refusal = (...exchange: object[]): string => {
  try {
    parse({ exchange });
  } catch (error) {
    expect(error).toMatchObject({ code: "TARE_RUBRIC_FIELD" });
    return String((error as Error).message) + String((error as { where?: string }).where);
  }
  return "";
};

describe("exchange rates in a rubric", () => {
  test("name the operators that they rest on, and gate nothing", () => {
    const rubric = parse({
      exchange: [PADDED, { degradation: "spelling-broken@0.05", hack: "bold-keywords" }],
    });
    expect(exchangeReferences(rubric.document)).toEqual([
      ...["number-changed", "number-changed+length-padding"],
      ...["spelling-broken@0.05", "spelling-broken@0.05+bold-keywords"],
    ]);
    expect(rubric.rules).toEqual(parse({}).rules);
    expect(explainRubric(rubric)).toContain("- which dose of length-padding buys back number-changed?");
    expect(explainRubric(parse({}))).not.toContain("Exchange");
  });

  test("are part of the rubric's meaning, and a rubric without them means what it meant", () => {
    expect(parse({ exchange: [PADDED] }).digest).not.toBe(parse({}).digest);
    // As it was before rubrics knew of exchange rates: runs of then are found again.
    expect(parse({}).digest).toBe("f9a4feb566b92b0550639ae54471273f");
  });

  test("of a rubric take the place of those of the one it extends", () => {
    const other = { degradation: "number-changed", hack: "bold-keywords" };
    const inherited = parse({ extends: "theirs" }, { exchange: [PADDED] });
    expect(inherited.document.exchange).toEqual([PADDED]);
    const own = parse({ extends: "theirs", exchange: [other] }, { exchange: [PADDED] });
    expect(own.document.exchange).toEqual([other]);
    expect(parse({ extends: "theirs", exchange: [] }, { exchange: [PADDED] }).document.exchange).toEqual([]);
    expect(() => parse({ extends: "theirs" }, { exchange: [{ ...PADDED, hack: "preamble" }] })).toThrow(
      expect.objectContaining({ where: expect.stringContaining("theirs.json") }),
    );
  });

  test.each<[string, object[], RegExp]>([
    ["a typo", [{ ...PADDED, degradation: "number-chnged" }], /exchange\[0\]\.degradation.*number-changed/],
    ["a typo in the hack", [{ ...PADDED, hack: "length-paddin" }], /exchange\[0\]\.hack.*length-padding/],
    ["a hack without doses", [{ ...PADDED, hack: "preamble" }], /"preamble" has no doses/],
    ["a hack at one dose", [{ ...PADDED, hack: "length-padding@2" }], /without a dose/],
    ["a hack that degrades", [{ ...PADDED, hack: "repetition-loop" }], /is no hack of an answer/],
    ["a hack of the prompt", [{ ...PADDED, hack: "prompt-quotes" }], /is no hack of an answer/],
    ["no degradation", [{ ...PADDED, degradation: "preamble" }], /does not make an answer worse/],
    ["a pairing", [{ ...PADDED, degradation: "relevance" }], /does not make an answer worse/],
    ["a degradation without its dose", [{ ...PADDED, degradation: "spelling-broken" }], /name the dose of/],
    ["a dose there is not", [{ ...PADDED, degradation: "spelling-broken@7" }], /"7" is no dose/],
    ["a composed degradation", [{ ...PADDED, degradation: "number-changed+preamble" }], /is composed/],
    ["the same twice", [PADDED, PADDED], /exchange\[1\].*asked for twice/],
    ["a field too many", [{ ...PADDED, dose: 2 }], /dose.*unknown field/],
    ["a field too few", [{ hack: "length-padding" }], /degradation.*is missing/],
  ])("are refused with the place: %s", (_, exchange, message) => {
    expect(refusal(...exchange)).toMatch(message);
  });
});
