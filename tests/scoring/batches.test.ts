import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeBatches } from "../../src/scoring/batches.js";

const windows = fc.uniqueArray(
  fc.record({ key: fc.string({ minLength: 1 }), tokens: fc.integer({ min: 1, max: 600 }) }),
  {
    selector: ({ key }) => key,
    maxLength: 80,
  },
);

describe("batches", () => {
  test("by hand", () => {
    const window = [
      { key: "d", tokens: 5 },
      { key: "a", tokens: 3 },
      { key: "c", tokens: 4 },
      { key: "b", tokens: 3 },
      { key: "e", tokens: 30 },
    ];
    const keys = (budget: number) =>
      makeBatches(window, budget).map((batch) => batch.map(({ key }) => key).join(""));
    expect(keys(12)).toEqual(["abc", "d", "e"]);
    expect(keys(20)).toEqual(["abcd", "e"]);
    expect(keys(1)).toEqual(["a", "b", "c", "d", "e"]);
    expect(makeBatches([], 12)).toEqual([]);
  });

  test("whatever the window: same batches in any order, all texts once, within the budget, ascending", () => {
    fc.assert(
      fc.property(
        windows,
        fc.integer({ min: 1, max: 2000 }),
        fc.infiniteStream(fc.nat()),
        (window, budget, picks) => {
          const shuffled = [...window].sort(() => (picks.next().value! % 2 === 0 ? 1 : -1));
          const batches = makeBatches(window, budget);
          expect(makeBatches(shuffled, budget)).toEqual(batches);
          expect(new Set(batches.flat())).toEqual(new Set(window));
          expect(batches.flat().length).toBe(window.length);
          for (const batch of batches) {
            const longest = Math.max(...batch.map(({ tokens }) => tokens));
            if (batch.length > 1) expect(batch.length * longest).toBeLessThanOrEqual(budget);
          }
          const tokens = batches.flat().map((text) => text.tokens);
          expect(tokens).toEqual([...tokens].sort((a, b) => a - b));
        },
      ),
    );
  });
});
