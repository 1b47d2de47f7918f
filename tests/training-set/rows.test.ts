import { describe, expect, it } from "vitest";
import { CROME_COLUMNS, TRL_COLUMNS } from "../../src/training-set/columns.js";
import { cromeRow, onePrompt, trlRows } from "../../src/training-set/rows.js";
import { CROME_DOCUMENTED, TRL_DOCUMENTED } from "./documented.js";
import { pairOf, TEXTS } from "./made-pair.js";

const SETTINGS = { margin: 0.5, tieWeight: 3, ties: "both" } as const;
const EXPECTS = ["lower", "higher", "same", "not-higher"] as const;

describe("rows for TRL", () => {
  it("have the documented columns and types, and no others", () => {
    for (const expects of EXPECTS)
      for (const row of trlRows(pairOf(expects), TEXTS, SETTINGS)) {
        expect(() => TRL_DOCUMENTED.parse(row)).not.toThrow();
        expect(Object.keys(row)).toEqual(TRL_COLUMNS.map(({ name }) => name));
      }
  });

  it("prefer the base of a degradation and the variant of an upgrade, by the margin", () => {
    const [lower] = trlRows(pairOf("lower"), TEXTS, SETTINGS);
    expect([lower!.chosen[0]!.content, lower!.rejected[0]!.content]).toEqual(["the base", "the variant"]);
    expect(lower).toMatchObject({ margin: 0.5, weight: 1, tie: false, base: "chosen", kind: "causal" });
    const [higher] = trlRows(pairOf("higher"), TEXTS, SETTINGS);
    expect([higher!.chosen[0]!.content, higher!.rejected[0]!.content]).toEqual(["the variant", "the base"]);
    expect(higher!.base).toBe("rejected");
  });

  it("hold a tie once either way round, with no margin and half the weight each", () => {
    const rows = trlRows(pairOf("same"), TEXTS, SETTINGS);
    expect(rows.map(({ chosen }) => chosen[0]!.content)).toEqual(["the base", "the variant"]);
    for (const row of rows) expect(row).toMatchObject({ margin: 0, weight: 1.5, tie: true, kind: "neutral" });
    const once = trlRows(pairOf("not-higher"), TEXTS, { ...SETTINGS, ties: "once" });
    expect(once.map(({ weight, margin, tie }) => [weight, margin, tie])).toEqual([[3, 0, true]]);
  });

  it("name the operator with its dose", () => {
    const [row] = trlRows(pairOf("lower", { augmentation: "a+b", dose: 2 }), TEXTS, SETTINGS);
    expect(row!.augmentation).toBe("a+b@2");
  });
});

describe("rows for Crome", () => {
  it("have the documented columns and types, and no others", () => {
    for (const expects of EXPECTS) {
      const row = cromeRow(pairOf(expects), TEXTS, SETTINGS);
      expect(() => CROME_DOCUMENTED.parse(row)).not.toThrow();
      expect(Object.keys(row)).toEqual(CROME_COLUMNS.map(({ name }) => name));
    }
  });

  it.each([
    ["lower", "a0", "1", "the base"],
    ["lower", "a1", "2", "the base"],
    ["higher", "a0", "2", "the variant"],
    ["higher", "a1", "1", "the variant"],
  ] as const)("label the better answer wherever it stands: %s %s", (expects, pair, label, better) => {
    const row = cromeRow(pairOf(expects, { pair }), TEXTS, SETTINGS);
    expect(row.label).toBe(label);
    expect(row[`answer_${label}`]).toBe(better);
    expect(row[`answer_${row.base as "1" | "2"}`]).toBe("the base");
  });

  it("weigh a tie by its weight and a preference by 1", () => {
    expect(cromeRow(pairOf("same"), TEXTS, SETTINGS)).toMatchObject({ label: "tie", weight: 3 });
    expect(cromeRow(pairOf("lower"), TEXTS, SETTINGS).weight).toBe(1);
  });
});

it("two prompts are none", () => {
  expect(onePrompt(TEXTS)).toBe(true);
  const other = { messages: [{ role: "user", content: "How?" }], response: "the variant" };
  expect(onePrompt({ ...TEXTS, variant: other })).toBe(false);
});
