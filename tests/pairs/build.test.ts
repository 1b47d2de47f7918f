import { describe, expect, it } from "vitest";
import { skip } from "../../src/contract.js";
import { type Built, buildPairs, type Selected } from "../../src/pairs/build.js";
import { AUGMENTATIONS, dosesOf } from "../augmentations/discovered.js";
import { donorOf, itemOf, operatorOf } from "./made.js";

const DONORS = [
  donorOf(
    "Why is the sky blue?",
    "Air scatters short waves more than long ones. The eye sees what remains of them.",
  ),
  donorOf("What is rust?", "Rust is iron oxide. It forms where bare iron meets water and oxygen."),
];
const PLAN = { seed: 7, window: 512, donors: DONORS };
const ALL: Selected[] = AUGMENTATIONS.flatMap((augmentation) =>
  dosesOf(augmentation).map((dose) => ({ augmentation, dose })),
);
const ITEM = itemOf("How long is the Danube?", [
  ["chosen", "The Danube is 2,850 km long. It flows through ten countries. It ends in the Black Sea."],
  ["rejected", "The Danube is 900 km long. It is a river. It ends somewhere in the east."],
  ["chosen", "It is 2,850 km long, which makes it the second longest river of Europe."],
]);

function only(augmentation: Selected["augmentation"], item = ITEM, dose?: number): Built[] {
  return buildPairs(item, [{ augmentation, dose }], PLAN);
}

describe("buildPairs", () => {
  it("degrades chosen answers only and holds invariances to every answer", () => {
    const apply = ({ response }: { response: string }) => `${response}!`;
    const targets = (expects: "lower" | "higher" | "same" | "not-higher") =>
      only(operatorOf({ name: "mark", expects }, apply)).map(({ response }) => response);
    expect(targets("lower")).toEqual([0, 2]);
    expect(targets("higher")).toEqual([0, 2]);
    expect(targets("same")).toEqual([0, 1, 2]);
    expect(targets("not-higher")).toEqual([0, 1, 2]);
  });

  it("pairs once an item, the leading chosen with the leading rejected, whatever their order", () => {
    const iqn = AUGMENTATIONS.find(({ name }) => name === "irrelevant-query")!;
    const built = only(iqn);
    expect(built).toHaveLength(1);
    expect(built[0]).toMatchObject({ kind: "pair", response: 2 });
    if (built[0]?.kind !== "pair") throw new Error("no pair");
    expect([built[0].base.response, built[0].variant.response]).toEqual([
      ITEM.responses[2]!.text,
      ITEM.responses[1]!.text,
    ]);
    expect(built[0].base.messages).toEqual(built[0].variant.messages);
    expect(built[0].base.messages).not.toEqual(ITEM.prompt);
    const turned = { ...ITEM, responses: [...ITEM.responses].reverse() };
    expect(only(iqn, turned)).toMatchObject([{ kind: "pair", key: built[0].key, response: 0 }]);
    const unranked = itemOf("Well?", [["response", "It is so."]]);
    expect(only(iqn, unranked)).toMatchObject([
      { kind: "skip", stage: "apply", reason: "no-rejected", response: 0 },
    ]);
  });

  it("counts what declines, what is refused and what throws, and goes on", () => {
    const item = itemOf("Well?", [["response", "It is so."]]);
    const declines = operatorOf({ name: "declines" }, () => skip("no-reason"));
    const idle = operatorOf({ name: "idle" }, ({ response }) => response);
    const throws = operatorOf({ name: "throws" }, () => {
      throw new TypeError("it broke");
    });
    const works = operatorOf({ name: "works" }, ({ response }) => `${response} Yes.`);
    const selected = [declines, idle, throws, works].map((augmentation) => ({
      augmentation,
      dose: undefined,
    }));
    const built = buildPairs(item, selected, PLAN);
    const place = { dose: undefined, item: item.id, response: 0 };
    expect(built.slice(0, 3)).toEqual([
      { kind: "skip", augmentation: "declines", ...place, stage: "apply", reason: "no-reason", detail: "" },
      { kind: "skip", augmentation: "idle", ...place, stage: "guard", reason: "unchanged", detail: "" },
      { kind: "skip", augmentation: "throws", ...place, stage: "error", reason: "threw", detail: "it broke" },
    ]);
    expect(built[3]).toMatchObject({
      kind: "pair",
      augmentation: "works",
      variant: { response: "It is so. Yes." },
    });
  });

  it("refuses a second equal variant of one operator, but not of another", () => {
    const item = itemOf("Well?", [["response", "It is so."]]);
    const dosed = operatorOf({ name: "dosed", doses: [1, 2] }, () => "Always this.");
    const other = operatorOf({ name: "other" }, () => "Always this.");
    const selected = [
      { augmentation: dosed, dose: 1 },
      { augmentation: dosed, dose: 2 },
      { augmentation: other, dose: undefined },
    ];
    expect(
      buildPairs(item, selected, PLAN).map((one) => (one.kind === "skip" ? one.reason : one.kind)),
    ).toEqual(["pair", "duplicate", "pair"]);
  });

  it("gives a pair the same content whatever else is built, in whatever order", () => {
    const whole = new Map(buildPairs(ITEM, ALL, PLAN).map((one) => [placeOf(one), one]));
    const reversed = buildPairs(ITEM, [...ALL].reverse(), PLAN);
    expect(reversed).toHaveLength(whole.size);
    for (const one of [...reversed, ...ALL.flatMap((selected) => buildPairs(ITEM, [selected], PLAN))]) {
      const known = whole.get(placeOf(one))!;
      // Where two doses make the same text, whichever comes second is the duplicate.
      if ([one, known].some((each) => each.kind === "skip" && each.reason === "duplicate")) continue;
      expect(JSON.stringify(one)).toBe(JSON.stringify(known));
    }
    const flipped = { ...ITEM, responses: [...ITEM.responses].reverse() };
    const variants = (built: Built[]) =>
      built.flatMap((one) => (one.kind === "pair" && one.drift !== undefined ? [one.key] : [])).sort();
    const changing = ALL.filter(({ augmentation }) => augmentation.changes === "response");
    expect(variants(buildPairs(flipped, changing, PLAN))).toEqual(variants(buildPairs(ITEM, changing, PLAN)));
  });

  it("depends on the seed", () => {
    const keys = (seed: number) =>
      buildPairs(ITEM, ALL, { ...PLAN, seed }).flatMap((one) =>
        one.kind === "pair" ? [one.variantKey] : [],
      );
    expect(keys(7)).toEqual(keys(7));
    expect(keys(8)).not.toEqual(keys(7));
  });
});

function placeOf({ augmentation, dose, response }: Built): string {
  return `${augmentation}@${dose ?? ""} ${response}`;
}
