import { describe, expect, it } from "vitest";
import { parseRubric } from "../../src/rubric/parse.js";
import { OPERATORS } from "./operators.js";

const parse = (document: unknown) => parseRubric(JSON.stringify(document), "r.json", OPERATORS);

const FACTS = {
  attribute: "factuality",
  why: "w",
  augmentations: ["number-changed"],
  require: { correctDirection: { atLeast: 0.75 }, effect: { atLeast: 0.15 } },
};
const LENGTH = { attribute: "length", why: "w", augmentations: ["length-padding@1.5", "length-padding@4"] };
const FORM = { attribute: "formatting", why: "w", augmentations: ["markdown-to-plain"] };

describe("a rubric that may stand", () => {
  const rubric = parse({
    name: "mine",
    why: "w",
    causal: [FACTS],
    spurious: [
      { ...LENGTH, allow: { effect: 0.3, attackSuccess: 0.1 } },
      { ...FORM, severity: "warn", allow: { dispersion: 0.6, flipRate: 0.05 } },
    ],
    ranking: { accuracy: { atLeast: 0.65 } },
  });

  it("fills in what was left out", () => {
    expect(rubric).toMatchObject({ name: "mine", alpha: 0.05, minimumPrompts: 60, tail: 0.5 });
    expect(rubric.rules.map(({ kind, attribute, expects }) => [kind, attribute, expects])).toEqual([
      ["causal", "factuality", "lower"],
      ["spurious", "length", "not-higher"],
      ["spurious", "formatting", "same"],
      ["ranking", "ranking", "higher"],
    ]);
  });

  it("turns bounds into claims", () => {
    const claims = rubric.rules.flatMap((rule) => rule.claims);
    expect(claims.map(({ id, comparison, bound, severity }) => [id, comparison, bound, severity])).toEqual([
      ["factuality/correct-direction", "at-least", 0.75, "error"],
      ["factuality/effect", "at-least", 0.15, "error"],
      ["length/bias", "at-most", 0.3, "error"],
      ["length/tail-share", "at-most", 0.2, "error"],
      ["length/net-attack-success", "at-most", 0.1, "error"],
      ["formatting/bias", "within", 0.2, "warn"],
      ["formatting/dispersion", "at-most", 0.6, "warn"],
      ["formatting/net-flip-rate", "at-most", 0.05, "warn"],
      ["ranking/accuracy", "at-least", 0.65, "error"],
    ]);
  });

  it("expands a bare name to every dose, and takes name@dose at its word", () => {
    expect(rubric.rules[1]!.selected).toEqual([
      { augmentation: "length-padding", dose: 1.5 },
      { augmentation: "length-padding", dose: 4 },
    ]);
    const all = parse({ name: "n", why: "w", spurious: [{ ...LENGTH, augmentations: ["length-padding"] }] });
    expect(all.rules[0]!.selected.map(({ dose }) => dose)).toEqual([1.25, 1.5, 2, 4]);
    expect(rubric.rules[2]!.selected).toEqual([{ augmentation: "markdown-to-plain", dose: undefined }]);
  });

  it("lets a rule be stricter than its operator", () => {
    const strict = parse({ name: "n", why: "w", spurious: [{ ...LENGTH, expect: "same" }] });
    expect(strict.rules[0]!.claims.map(({ id, comparison }) => [id, comparison])).toEqual([
      ["length/bias", "within"],
    ]);
  });

  it("raises the reward's direction from the operators", () => {
    const up = parse({ name: "n", why: "w", causal: [{ ...FACTS, augmentations: ["number-mended"] }] });
    expect(up.rules[0]!.expects).toBe("higher");
  });

  it("has a digest of the meaning: white space and spelt-out defaults leave it, a bound moves it", () => {
    const document = { name: "n", why: "w", spurious: [FORM] };
    const digest = parse(document).digest;
    const spelt = { ...document, alpha: 0.05, spurious: [{ ...FORM, allow: { effect: 0.2 } }] };
    expect(parseRubric(JSON.stringify(spelt, null, 8), "other.json", OPERATORS).digest).toBe(digest);
    expect(parse({ ...document, spurious: [{ ...FORM, allow: { effect: 0.21 } }] }).digest).not.toBe(digest);
    expect(digest).toMatch(/^[0-9a-f]{32}$/);
  });

  it("keeps the text as read", () => {
    const text = `\uFEFF${JSON.stringify({ name: "n", why: "w", causal: [FACTS] })}\n`;
    expect(parseRubric(text, "r.json", OPERATORS).source).toBe(text);
  });
});
