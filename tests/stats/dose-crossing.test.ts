import { describe, expect, test } from "vitest";
import { indexStream, stream } from "../../src/random.js";
import { doseCrossing } from "../../src/stats/dose-crossing.js";
import { meanInference } from "../../src/stats/inference.js";
import { sharedMultiplicities } from "../../src/stats/multiplicities.js";

const DOSES = [1.25, 1.5, 2, 4];

/** Inference on one value a prompt, by the same draws at every call. */
const multiplicities = sharedMultiplicities(
  (clusters, part) => indexStream("draws", clusters, part),
  2 ** 22,
);
const inferBy = (replicates: number) => (values: readonly number[]) =>
  meanInference(
    { values, clusters: values.map((_, i) => String(i)) },
    { next: stream("unused").next, replicates, multiplicities },
  );

/** The same spread about each mean. */
const about = (means: readonly number[], spread: readonly number[]) =>
  means.map((mean) => spread.map((off) => mean + off));
const SPREAD = Array.from({ length: 24 }, (_, i) => (i - 11.5) / 40);

const normal = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

describe("the dose at which a mean reaches zero", () => {
  test("lies where the line in log dose does, with its bounds around it", () => {
    const line = DOSES.map((dose) => -0.4 + 0.5 * Math.log(dose));
    const { estimate, lower, upper, reason } = doseCrossing(DOSES, about(line, SPREAD), inferBy(500), 0.05);
    expect(estimate).toEqual({ dose: expect.closeTo(Math.exp(0.8), 10), sign: "" });
    expect(lower!.sign + upper!.sign + reason).toBe("");
    expect(lower!.dose).toBeLessThan(estimate.dose);
    expect(upper!.dose).toBeGreaterThan(estimate.dose);
    // Where the bound of the mean at a dose is zero: the means move by the same spread, so it is the line, shifted.
    const half = inferBy(500)(SPREAD);
    if ("inconclusive" in half) throw new Error(half.inconclusive);
    expect(Math.log(lower!.dose)).toBeCloseTo(0.8 - half.upper(0.05) / 0.5, 3);
    expect(Math.log(upper!.dose)).toBeCloseTo(0.8 - half.lower(0.05) / 0.5, 3);
  });

  test.each([
    ["never reached", [-2, -1.9, -1.8, -1.7], "> 4", "> 4", "> 4"],
    ["reached before the first", [0.5, 0.6, 0.7, 0.8], "< 1.25", "< 1.25", "< 1.25"],
    ["reached at the last, maybe", [-0.5, -0.4, -0.3, -0.01], "> 4", "", "> 4"],
    ["reached before the first, maybe", [0.01, 0.3, 0.4, 0.5], "< 1.25", "< 1.25", ""],
    ["falling", [-0.5, -0.6, -0.7, -0.8], "> 4", "> 4", "> 4"],
  ])("is not told beyond the doses: %s", (_, means, estimate, lower, upper) => {
    const found = doseCrossing(DOSES, about(means, SPREAD), inferBy(500), 0.05);
    const write = ({ dose, sign }: { dose: number; sign: string }) => (sign === "" ? "" : `${sign} ${dose}`);
    expect([found.estimate, found.lower!, found.upper!].map(write)).toEqual([estimate, lower, upper]);
  });

  test("is read off the monotone curve where the means go up and down", () => {
    const { estimate } = doseCrossing(DOSES, about([-0.5, 0.1, -0.3, 0.3], SPREAD), inferBy(200), 0.05);
    // 0.1 and -0.3 are pooled to -0.1, a quarter of the way to 0.3.
    expect(estimate.dose).toBeCloseTo(2 * 2 ** 0.25, 10);
  });

  test("has no bounds where a mean has none", () => {
    const few = doseCrossing(DOSES, about([-1, -0.5, 0.5, 1], [0, 0.1, 0.2]), inferBy(100), 0.05);
    expect(few).toMatchObject({ lower: null, upper: null, estimate: { sign: "" } });
    expect(few.reason).not.toBe("");
    const still = doseCrossing(DOSES, about([-1, -0.5, 0.5, 1], Array(20).fill(0)), inferBy(100), 0.05);
    expect(still).toMatchObject({ lower: null, upper: null, reason: "no variance" });
  });

  test("refuses doses that do not ascend, or are none", () => {
    const values = about([0, 1], SPREAD);
    expect(() => doseCrossing([2, 1], values, inferBy(10), 0.05)).toThrow(RangeError);
    expect(() => doseCrossing([0, 1], values, inferBy(10), 0.05)).toThrow(RangeError);
    expect(() => doseCrossing([1, 2], values, inferBy(10), 1)).toThrow(RangeError);
  });

  test.each([
    ["a steep curve", 2.2, 0.8],
    ["a flat one, often censored", 3, 0.15],
  ])("bounds miss no more often than they may: %s", (name, truth, slope) => {
    const { next } = stream("coverage", name);
    const [samples, prompts, alpha] = [200, 40, 0.1];
    let [early, late, censored] = [0, 0, 0];
    for (let sample = 0; sample < samples; sample++) {
      const units = Array.from({ length: prompts }, () => ({
        level: 0.4 * normal(next),
        slope: slope * (1 + 0.5 * normal(next)),
      }));
      const values = DOSES.map((dose) =>
        units.map((unit) => unit.level + unit.slope * Math.log(dose / truth) + 0.2 * normal(next)),
      );
      const { lower, upper } = doseCrossing(DOSES, values, inferBy(99), alpha);
      if (lower!.sign !== "<" && lower!.dose > truth) early++;
      if (upper!.sign !== ">" && upper!.dose < truth) late++;
      if (lower!.sign === "<" || upper!.sign === ">") censored++;
    }
    // Three standard errors of a share of 10 % in 200.
    expect(early / samples).toBeLessThan(alpha + 0.064);
    expect(late / samples).toBeLessThan(alpha + 0.064);
    // Nor are they so wide that they could not miss.
    expect(early + late).toBeGreaterThan(samples * 0.04);
    expect(censored / samples).toBeLessThan(slope > 0.5 ? 0.1 : 1);
  });
});
