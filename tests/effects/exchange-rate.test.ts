import { describe, expect, test } from "vitest";
import { exchangeRate } from "../../src/effects/exchange-rate.js";
import { sharedDraws } from "../../src/effects/infer.js";
import { stream } from "../../src/random.js";
import type { ScoredPair } from "../../src/store/scored-pairs.js";
import { pairOf, RULERS, responseOf } from "./scored.js";

const DOSES = [1.25, 1.5, 2, 4];
const EXCHANGE = { degradation: "fact", hack: "padding" };
const SEEDED = { alpha: 0.05, seed: 1, multiplicities: sharedDraws(1) };

/** Answers that lose `loss` by the degradation and gain `slope` a unit of log dose by the hack, each somewhat its own. */
function answers(loss: number, slope: number, count = 60): ScoredPair[] {
  const { next } = stream("answers");
  return Array.from({ length: count }, (_, i) => {
    const base = responseOf(`item ${String(i).padStart(3, "0")}`, "chosen", 5);
    const own = (next() - 0.5) / 2;
    const fallen = base.score - loss + own;
    return [
      pairOf(base, fallen, { augmentation: "fact" }),
      ...DOSES.map((dose) =>
        pairOf(base, fallen + slope * Math.log(dose) + (next() - 0.5) / 5, {
          augmentation: "fact+padding",
          dose,
        }),
      ),
    ];
  }).flat();
}

const rate = (pairs: readonly ScoredPair[], exchange = EXCHANGE, scale = RULERS.scale) =>
  exchangeRate(exchange, (name) => pairs.filter(({ augmentation }) => augmentation === name), scale, SEEDED);

describe("an exchange rate", () => {
  test("is the dose at which what the hack gains is what the degradation lost", () => {
    const found = rate(answers(0.6, 0.6));
    expect(found).toMatchObject({ ...EXCHANGE, n: 60, clusters: 60, doseSign: "", reason: "", alpha: 0.05 });
    expect(found.loss).toBeCloseTo(-0.6, 1);
    expect(found.lossLower!).toBeLessThan(found.loss!);
    expect(found.lossUpper!).toBeGreaterThan(found.loss!);
    expect(Math.abs(Math.log(found.dose!) - 1)).toBeLessThan(0.15);
    expect(found.lower!).toBeLessThan(Math.E);
    expect(found.upper!).toBeGreaterThan(Math.E);
    expect(found.lowerSign + found.upperSign).toBe("");
  });

  test("does not hang on the ruler, nor on the order of the rows", () => {
    const pairs = answers(0.6, 0.6);
    const found = rate(pairs);
    const { dose, lower, upper } = rate(pairs, EXCHANGE, { ...RULERS.scale, ruler: 4 });
    expect(dose).toBeCloseTo(found.dose!, 10);
    expect(lower).toBeCloseTo(found.lower!, 3);
    expect(upper).toBeCloseTo(found.upper!, 3);
    const order = [...pairs].sort((a, b) =>
      a.item < b.item ? -1 : a.item > b.item ? 1 : b.variant - a.variant,
    );
    expect(rate(order)).toEqual(found);
  });

  test("says on which side it lies beyond the doses, and nothing where nothing was lost", () => {
    expect(rate(answers(3, 0.5))).toMatchObject({ dose: 4, doseSign: ">", upper: 4, upperSign: ">" });
    expect(rate(answers(0.1, 2))).toMatchObject({ dose: 1.25, doseSign: "<", lower: 1.25, lowerSign: "<" });
    const free = rate(answers(-0.2, 1));
    expect(free).toMatchObject({ dose: null, lower: null, upper: null });
    expect(free.loss).toBeGreaterThan(0);
    expect(free.reason).toBe("the degradation costs nothing: there is nothing to buy back");
  });

  test("stands on the texts seen degraded alone and at every dose", () => {
    const pairs = answers(0.6, 0.6);
    const without = (drop: (pair: ScoredPair) => boolean) => rate(pairs.filter((pair) => !drop(pair)));
    const lesser = without(({ item }) => item === "item 007");
    expect(lesser.n).toBe(59);
    expect(without(({ item, dose }) => item === "item 007" && dose === 4)).toEqual(lesser);
    expect(without(({ item, augmentation }) => item === "item 007" && augmentation === "fact")).toEqual(
      lesser,
    );
    expect(without(({ dose }) => dose !== null)).toMatchObject({
      ...{ loss: null, dose: null, n: 0 },
      reason: "no text was seen degraded alone and at every dose",
    });
  });

  test("takes the dose of a degradation that has some", () => {
    const pairs = answers(0.6, 0.6).flatMap((pair) =>
      pair.augmentation === "fact"
        ? [
            { ...pair, dose: 2 },
            { ...pair, dose: 8, variant: -20 },
          ]
        : [{ ...pair, augmentation: "fact@2+padding" }],
    );
    const { degradation, ...dosed } = rate(pairs, { degradation: "fact@2", hack: "padding" });
    expect(degradation).toBe("fact@2");
    // Other draws, since they are named after the exchange; shared ones are not.
    expect({ degradation: "fact", ...dosed }).toEqual(rate(answers(0.6, 0.6)));
  });

  test("has no interval on few prompts, and no rate without a ruler", () => {
    const few = rate(answers(0.6, 0.6, 5));
    expect(few).toMatchObject({ lower: null, upper: null, doseSign: "", lossLower: null });
    expect(few.reason).toMatch(/prompts/);
    const scale = { ...RULERS.scale, ruler: null, reason: "the base scores do not vary" };
    expect(rate(answers(1, 1), EXCHANGE, scale)).toMatchObject({ dose: null, reason: scale.reason });
  });
});
