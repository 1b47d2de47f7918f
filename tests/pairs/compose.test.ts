import { describe, expect, it } from "vitest";
import type { Augmentation } from "../../src/contract.js";
import { buildPairs } from "../../src/pairs/build.js";
import { findOperator, splitDose } from "../../src/pairs/compose.js";
import { select } from "../../src/rubric/select.js";
import { itemOf, operatorOf } from "./made.js";

const wrong = operatorOf(
  {
    name: "wrong",
    expects: "lower",
    attribute: "factuality",
    version: 3,
    preserves: ["code", "urls"],
    languages: ["en", "de"],
  },
  ({ response }, { random }) => response.replace(/\d+/u, String(1000 + random.integer(9000))),
);
const longer = operatorOf(
  {
    name: "longer",
    expects: "not-higher",
    attribute: "length",
    version: 2,
    doses: [1, 2],
    preserves: ["code", "numbers"],
    languages: ["en"],
  },
  ({ response }, { random, dose = 0 }) =>
    `${response}${" Word".repeat(dose)} ${random.pick(["a", "b", "c", "d"])}`,
);
const raised = operatorOf({ name: "raised", expects: "higher" }, ({ response }) => `${response} Better.`);
const stays = operatorOf({ name: "stays" }, ({ response }) => ` ${response}`);
const asked: Augmentation = {
  ...stays,
  name: "asked",
  changes: "prompt",
  expects: "same",
  apply: (text) => text,
};
const KNOWN = [wrong, longer, raised, stays, asked];

const found = (name: string): Augmentation => {
  const one = findOperator(name, KNOWN);
  if (typeof one === "string") throw new Error(one);
  return one;
};

describe("composed operators", () => {
  it("expect what the change expects that must move the reward", () => {
    expect(found("wrong+longer")).toMatchObject({
      name: "wrong+longer",
      version: 3002,
      expects: "lower",
      attribute: "factuality",
      doses: [1, 2],
      preserves: ["code"],
      languages: ["en"],
    });
    expect(found("longer@2+wrong")).toMatchObject({
      expects: "lower",
      attribute: "factuality",
      version: 2003,
    });
    expect(found("longer@2+wrong").doses).toBeUndefined();
    expect(found("stays+longer")).toMatchObject({ expects: "not-higher", attribute: "length" });
    expect(found("wrong+longer")).toBe(found("wrong+longer"));
  });

  it.each([
    ["wrong+shorter", /no augmentation is called "shorter"/u],
    ["longer+wrong", /name the dose of "longer".*longer@1, longer@2/u],
    ["longer@3+wrong", /"3" is no dose of "longer": it has 1, 2/u],
    ["wrong@1+longer", /"1" is no dose of "wrong"/u],
    ["wrong+raised", /cannot be told/u],
    ["wrong+asked", /"asked" changes the prompt/u],
    ["wrong+", /"wrong\+" has an empty part/u],
    ["longer@1+wrong+longer@1", /"longer" stands twice in .*may undo the first/u],
  ])("%s is refused", (name, message) => expect(findOperator(name, KNOWN)).toMatch(message));

  it("take the dose at the end, and are selected with it or with all", () => {
    expect(splitDose("a@2+b@4")).toEqual({ name: "a@2+b", dose: "4" });
    expect(splitDose("a@2+b")).toEqual({ name: "a@2+b", dose: undefined });
    expect(splitDose("a")).toEqual({ name: "a", dose: undefined });
    const doses = (reference: string) => select([reference], [], KNOWN).selected.map(({ dose }) => dose);
    expect(doses("wrong+longer@2")).toEqual([2]);
    expect(doses("wrong+longer")).toEqual([1, 2]);
    expect(select(["wrong+longer@9"], [], KNOWN).problems[0]?.message).toMatch(/"9" is no dose/u);
  });

  const item = itemOf("How long?", [["chosen", "It is 12 km long."]]);
  const plan = { seed: 1, window: 512, donors: [] };
  const variant = (name: string, dose?: number): string => {
    const [built] = buildPairs(item, [{ augmentation: found(name), dose }], plan);
    return built?.kind === "pair" ? built.variant.response : (built?.reason ?? "");
  };

  it("apply their parts in order, the first as it does alone", () => {
    const alone = variant("wrong");
    for (const dose of [1, 2]) {
      const both = variant("wrong+longer", dose);
      expect(both.startsWith(`${alone}${" Word".repeat(dose)} `)).toBe(true);
      expect(both).toHaveLength(alone.length + 5 * dose + 2);
    }
    expect(variant("stays+wrong")).toMatch(/^ It is \d{4} km long\.$/u);
  });

  it("hold every part to its own guards", () => {
    const careless = operatorOf(
      { name: "careless", preserves: ["numbers"] },
      ({ response }) => `${response} 7`,
    );
    const known = [careless, longer];
    const augmentation = findOperator("careless+longer", known) as Augmentation;
    const [built] = buildPairs(item, [{ augmentation, dose: 1 }], plan);
    expect(built).toMatchObject({ kind: "skip", reason: "numbers-touched" });
  });

  it("skip where a part does, with its reason", () => {
    const never = operatorOf({ name: "never" }, () => ({ skip: "not-now" }));
    const augmentation = findOperator("never+longer", [never, longer]) as Augmentation;
    expect(buildPairs(item, [{ augmentation, dose: 1 }], plan)[0]).toMatchObject({
      stage: "apply",
      reason: "not-now",
    });
  });
});
