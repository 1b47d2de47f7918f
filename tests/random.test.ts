import { describe, expect, test } from "vitest";
import { stream } from "../src/random.js";

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

describe("a stream", () => {
  test("is the same for the same parts, and another for any other", () => {
    const first = (...parts: (string | number)[]) => draw(4, stream(...parts).next);
    expect(first(1, "a", "b")).toEqual(first(1, "a", "b"));
    const others = [
      first(1, "a", "b"),
      first(2, "a", "b"),
      first(1, "ab"),
      first(1, "b", "a"),
      first("1", "a", "b"),
    ];
    expect(new Set(others.map(String)).size).toBe(others.length);
  });

  test("does not depend on how far another has been drawn", () => {
    const one = stream("x");
    const alone = draw(3, stream("x").next);
    const other = stream("y");
    expect(
      draw(3, () => {
        other.next();
        return one.next();
      }),
    ).toEqual(alone);
  });

  test("is uniform in [0, 1): mean, variance and 20 cells of 20,000 draws", () => {
    const values = draw(20_000, stream("uniform").next);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / values.length));
    const cells = Array.from(
      { length: 20 },
      (_, cell) => values.filter((v) => Math.floor(v * 20) === cell).length,
    );
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chiSquare).toBeLessThan(43.8); // 19 degrees of freedom, p = 0.001
  });

  test("neighbouring seeds are not alike", () => {
    const firsts = Array.from({ length: 2_000 }, (_, seed) => stream(seed).next());
    const mean = firsts.reduce((a, b) => a + b, 0) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / firsts.length));
    const products = firsts.slice(1).map((value, index) => (value - 0.5) * (firsts[index]! - 0.5));
    const covariance = products.reduce((a, b) => a + b, 0) / products.length;
    expect(Math.abs(covariance)).toBeLessThan((4 * (1 / 12)) / Math.sqrt(products.length));
  });
});

describe("drawing from it", () => {
  test("integers cover their range and no more", () => {
    const { integer } = stream("integers");
    expect(new Set(draw(500, () => integer(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    expect(draw(5, () => integer(1))).toEqual([0, 0, 0, 0, 0]);
    for (const below of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => integer(below), String(below)).toThrow(RangeError);
  });

  test("pick takes one of the list; an empty one has none", () => {
    const { pick } = stream("pick");
    expect(new Set(draw(100, () => pick([3, 5, 7])))).toEqual(new Set([3, 5, 7]));
    expect(() => pick([])).toThrow("pick from an empty list");
  });

  test("shuffle keeps the elements, leaves the list as it is, and gives every order alike", () => {
    const list = Object.freeze(["a", "b", "c"]);
    const { shuffle } = stream("shuffle");
    const counts = new Map<string, number>();
    for (let i = 0; i < 6_000; i++) {
      const order = shuffle(list).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    for (const count of counts.values())
      expect(Math.abs(count - 1_000)).toBeLessThan(4 * Math.sqrt(6_000 * (5 / 36)));
    expect(list).toEqual(["a", "b", "c"]);
  });
});
