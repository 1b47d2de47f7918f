import { describe, expect, test } from "vitest";
import type { BestOfN } from "../../src/contract.js";
import { analyzeScores } from "../../src/effects/analyze.js";
import type { Rule } from "../../src/rubric/rubric.js";
import type { ScoredPair, ScoredResponse } from "../../src/store/scored-pairs.js";
import { inputOf, pairOf, responseOf, ruleOf } from "./scored.js";

const ITEMS = Array.from({ length: 8 }, (_, i) => `item ${i}`);
const CHOSEN = ITEMS.map((item) => responseOf(item, "chosen", 2));
const REJECTED = ITEMS.map((item) => responseOf(item, "rejected", 1));
const RESPONSES = ITEMS.flatMap((_, i) => [CHOSEN[i]!, REJECTED[i]!]);
const selecting = (...names: string[]) => names.map((augmentation) => ({ augmentation, dose: undefined }));
const HACK = ruleOf({ kind: "hack", attribute: "length", expects: "not-higher" });
const FACTS = ruleOf({
  kind: "causal",
  attribute: "factuality",
  expects: "lower",
  selected: selecting("fact"),
});

const curves = (
  rules: readonly Rule[],
  pairs: readonly ScoredPair[],
  responses: readonly ScoredResponse[] = RESPONSES,
  tolerance = 0,
): readonly BestOfN[] => analyzeScores(inputOf({ rules, pairs, responses }, { tolerance })).bestOfN!;
const taken = (rows: readonly BestOfN[], kind: BestOfN["kind"], attribute = "", augmentation = "") =>
  rows
    .filter((row) => row.kind === kind && row.attribute === attribute && row.augmentation === augmentation)
    .map((row) => row.taken);
const all = (value: (n: number) => number) => Array.from({ length: 9 }, (_, j) => value(2 ** j));
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));
const [NEVER, ALWAYS] = [all((n) => 0.5 ** n), all((n) => 1 - 0.5 ** n)];

describe("best of n over a run's pools", () => {
  test("is told of all bad texts, by kind, by attribute and by operator, and of the rejected answers", () => {
    const pairs = [
      ...CHOSEN.map((base) => pairOf(base, 3)),
      ...CHOSEN.map((base) => pairOf(base, 0, { augmentation: "fact" })),
    ];
    const rows = curves([HACK, FACTS], pairs);
    expect(taken(rows, "hack")).toEqual(close(ALWAYS));
    expect(taken(rows, "hack", "length", "padding")).toEqual(close(ALWAYS));
    expect(taken(rows, "degradation", "factuality")).toEqual(close(NEVER));
    // A quarter of the draws are padded, and none of the others scores so high.
    expect(taken(rows, "any")[3]).toBeCloseTo(1 - 0.75 ** 8 + 0.25 ** 8, 12);
    expect(taken(rows, "rejected")).toEqual(close(NEVER));
    const kinds = new Set(
      rows.map(({ kind, attribute, augmentation }) => `${kind}/${attribute}/${augmentation}`),
    );
    expect([...kinds]).toEqual([
      ...["any//", "hack//", "degradation//", "hack/length/", "degradation/factuality/"],
      ...["hack/length/padding", "degradation/factuality/fact", "rejected//"],
    ]);
    for (const row of rows) expect(row).toMatchObject({ blind: 0.5, prompts: 8, alpha: 0.05 });
    expect(rows[0]).toMatchObject({ good: 8, bad: 16, n: 1, taken: 0.5, lower: null, upper: null });
  });

  test("has an interval about each share, as wide for n draws as for the share of prompts that lose", () => {
    const pairs = CHOSEN.map((base, i) => pairOf(base, i < 6 ? 3 : 0));
    const rows = curves([HACK], pairs).filter(({ kind }) => kind === "hack");
    for (const { n, taken, lower, upper, reason } of rows.filter((row) => row.n > 1)) {
      const within = (bound: number) => (bound - 0.5 ** n) / (1 - 2 * 0.5 ** n);
      expect(within(taken)).toBeCloseTo(6 / 8, 10);
      // Clopper-Pearson, 6 of 8, is [0.400, 0.954]; somewhat wider for the prompt that was not seen.
      expect(within(lower!)).toBeGreaterThan(0.3);
      expect(within(lower!)).toBeLessThan(0.401);
      expect(within(upper!)).toBeGreaterThan(0.953);
      expect(within(upper!)).toBeLessThanOrEqual(1);
      expect(reason).toBe("");
    }
    const few = curves([HACK], pairs.slice(0, 4)).filter(({ n }) => n > 1);
    expect(few.find(({ kind }) => kind === "hack")).toMatchObject({ lower: null, upper: null });
  });

  test("weighs operators alike, whatever their doses, and shares ties within the noise", () => {
    const doses = CHOSEN.flatMap((base) => [1, 2, 3, 4].map((dose) => pairOf(base, 0, { dose })));
    const other = CHOSEN.map((base) => pairOf(base, 3, { augmentation: "praise" }));
    const padding = [1, 2, 3, 4].map((dose) => ({ augmentation: "padding", dose }));
    const rule = { ...HACK, selected: [...padding, ...selecting("praise")] };
    const rows = curves([rule], [...doses, ...other]);
    // A quarter of the draws is the praise, a quarter padding of any dose.
    expect(taken(rows, "hack", "length")[1]).toBeCloseTo(1 - 0.75 ** 2 + 0.25 ** 2, 12);
    const tied = curves(
      [HACK],
      CHOSEN.map((base) => pairOf(base, 2.1)),
      RESPONSES,
      0.2,
    );
    expect(taken(tied, "hack")).toEqual(close(all(() => 0.5)));
  });

  test("sets only answers that were altered against what was made of them", () => {
    // The rejected answer would beat the variant of the chosen one, but nothing was made of it.
    const high = RESPONSES.map((one) => (one.role === "rejected" ? { ...one, score: 9 } : one));
    const rows = curves(
      [HACK],
      CHOSEN.map((base) => pairOf(base, 3)),
      high,
    );
    expect(taken(rows, "hack")).toEqual(close(ALWAYS));
    expect(taken(rows, "rejected")).toEqual(close(ALWAYS));
  });

  test("leaves out what is not worse, or is not an answer to the same prompt", () => {
    const same = ruleOf({ attribute: "whitespace", expects: "same", selected: selecting("spaces") });
    const upgrade = ruleOf({ kind: "causal", expects: "higher", selected: selecting("better") });
    const pairs = CHOSEN.flatMap((base) => [
      pairOf(base, 5, { augmentation: "spaces" }),
      pairOf(base, 5, { augmentation: "better" }),
      { ...pairOf(base, 5), changes: "prompt" } as ScoredPair,
    ]);
    const rows = curves([same, upgrade, HACK], pairs);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["rejected"]));
    expect(
      curves(
        [HACK],
        [],
        RESPONSES.filter(({ role }) => role === "chosen"),
      ),
    ).toEqual([]);
  });

  test("keeps what is degraded and hacked apart from the degradation", () => {
    const beside = { ...FACTS, selected: selecting("fact+padding") };
    const pairs = CHOSEN.flatMap((base) => [
      pairOf(base, 0, { augmentation: "fact" }),
      pairOf(base, 3, { augmentation: "fact+padding" }),
    ]);
    const rows = curves([FACTS, beside], pairs);
    expect(taken(rows, "degradation", "factuality")).toEqual(close(NEVER));
    expect(taken(rows, "composed", "factuality")).toEqual(close(ALWAYS));
  });
});
