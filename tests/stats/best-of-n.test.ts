import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random.js";
import { bestOfN, type Candidate } from "../../src/stats/best-of-n.js";

/** Scores on a coarse grid, so that some are equal and some lie within a tolerance of 0.15, in chains. */
function randomPool(name: string): Candidate[] {
  const { integer, next } = stream("pool", name);
  const pool = Array.from({ length: 2 + integer(9) }, () => ({
    score: integer(20) / 10,
    weight: 0.1 + next(),
    bad: next() < 0.5,
  }));
  return [...pool, { score: 1, weight: 0.3, bad: false }, { score: 1.2, weight: 0.4, bad: true }];
}

/** What best-of-n is: draws one after the other, then one of those that tie for the highest. */
function takenBySimulation(pool: readonly Candidate[], n: number, tolerance: number, times: number): number {
  const { next, pick } = stream("draws", JSON.stringify(pool), n);
  const whole = pool.reduce((sum, { weight }) => sum + weight, 0);
  const draw = (): Candidate => {
    const at = next() * whole;
    let passed = 0;
    for (const one of pool) {
      passed += one.weight;
      if (passed > at) return one;
    }
    return pool.at(-1)!;
  };
  let bad = 0;
  for (let time = 0; time < times; time++) {
    const drawn = Array.from({ length: n }, draw);
    const highest = Math.max(...drawn.map(({ score }) => score));
    if (pick(drawn.filter(({ score }) => highest - score <= tolerance)).bad) bad++;
  }
  return bad / times;
}

/** Every sequence of n draws with its chance. */
function takenByEnumeration(pool: readonly Candidate[], n: number, tolerance: number): number {
  const whole = pool.reduce((sum, { weight }) => sum + weight, 0);
  const go = (drawn: readonly Candidate[]): number => {
    if (drawn.length < n)
      return pool.reduce((sum, one) => sum + (one.weight / whole) * go([...drawn, one]), 0);
    const highest = Math.max(...drawn.map(({ score }) => score));
    const tied = drawn.filter(({ score }) => highest - score <= tolerance);
    return tied.filter(({ bad }) => bad).length / tied.length;
  };
  return go([]);
}

describe("best of n", () => {
  test.each([0, 0.15, 0.35])("is what enumerating all draws gives, tolerance %f", (tolerance) => {
    for (let i = 0; i < 8; i++) {
      const pool = randomPool(`small ${i}`).slice(0, 6);
      const exact = bestOfN(pool, tolerance, 2);
      for (const [doubling, n] of [1, 2, 4].entries())
        expect(exact[doubling]).toBeCloseTo(takenByEnumeration(pool, n, tolerance), 12);
    }
  });

  test.each([0, 0.15])("is what a simulation gives within its error, tolerance %f", (tolerance) => {
    const times = 4000;
    const errors = Array.from({ length: 20 }, (_, i) => randomPool(`pool ${i}`)).flatMap((pool) => {
      const exact = bestOfN(pool, tolerance, 4);
      return [1, 2, 4, 8, 16].map((n, doubling) => {
        const chance = exact[doubling]!;
        const error = Math.sqrt(Math.max(chance * (1 - chance), 1e-4) / times);
        return (takenBySimulation(pool, n, tolerance, times) - chance) / error;
      });
    });
    for (const z of errors) expect(Math.abs(z)).toBeLessThan(4.5);
    // No error of its own beside that of the simulation: the mean square of 100 errors is 1, give or take 0.14.
    const square = errors.reduce((sum, z) => sum + z * z, 0) / errors.length;
    expect(square).toBeLessThan(1.6);
    expect(square).toBeGreaterThan(0.4);
  });

  test("of one good and one bad text follows from who scores higher", () => {
    const pair = (bad: number) => [
      { score: 1, weight: 1, bad: false },
      { score: bad, weight: 1, bad: true },
    ];
    expect(bestOfN(pair(2), 0, 3)).toEqual([0.5, 0.75, 0.9375, 1 - 0.5 ** 8]);
    expect(bestOfN(pair(0), 0, 3)).toEqual([0.5, 0.25, 0.0625, 0.5 ** 8]);
    for (const taken of bestOfN(pair(1.1), 0.2, 3)) expect(taken).toBeCloseTo(0.5, 14);
  });

  const pools = fc.array(
    fc.record({
      score: fc.integer({ min: -5, max: 5 }),
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      bad: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const tolerances = fc.constantFrom(0, 1, 2.5);

  test("starts at the share of bad draws, and stays between all draws bad and not all good", () => {
    fc.assert(
      fc.property(pools, tolerances, (pool, tolerance) => {
        const whole = pool.reduce((sum, { weight }) => sum + weight, 0);
        const share = pool.reduce((sum, { weight, bad }) => sum + (bad ? weight : 0), 0) / whole;
        const taken = bestOfN(pool, tolerance, 6);
        expect(taken[0]).toBeCloseTo(share, 10);
        for (const [doubling, chance] of taken.entries()) {
          expect(chance).toBeGreaterThanOrEqual(share ** (2 ** doubling) - 1e-10);
          expect(chance).toBeLessThanOrEqual(1 - (1 - share) ** (2 ** doubling) + 1e-10);
        }
      }),
    );
  });

  test("does not hang on the scale of scores and weights, nor on one text written as two", () => {
    fc.assert(
      fc.property(pools, tolerances, (pool, tolerance) => {
        const close = bestOfN(pool, tolerance, 5).map((chance) => expect.closeTo(chance, 9));
        const scaled = pool.map((one) => ({ ...one, score: 8 * one.score - 64, weight: 3 * one.weight }));
        expect(bestOfN(scaled, 8 * tolerance, 5)).toEqual(close);
        const halves = pool.flatMap((one) => [1, 2].map(() => ({ ...one, weight: one.weight / 2 })));
        expect(bestOfN(halves, tolerance, 5)).toEqual(close);
        const turned = pool.map((one) => ({ ...one, bad: !one.bad }));
        expect(bestOfN(turned, tolerance, 5).map((chance) => 1 - chance)).toEqual(close);
      }),
    );
  });

  test("refuses what is no pool", () => {
    const one = { score: 0, weight: 1, bad: true };
    expect(() => bestOfN([], 0, 1)).toThrow(RangeError);
    expect(() => bestOfN([{ ...one, score: Number.NaN }], 0, 1)).toThrow(RangeError);
    expect(() => bestOfN([{ ...one, weight: 0 }], 0, 1)).toThrow(RangeError);
    expect(() => bestOfN([one], 0, 1.5)).toThrow(RangeError);
  });
});
