import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import { tQuantile } from "../../src/stats/distributions/student-t.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { type RmsRatio, rmsRatio } from "../../src/stats/rms-ratio.js";

const labels = (n: number, size = 1) => Array.from({ length: n }, (_, i) => `prompt ${Math.floor(i / size)}`);
function ratio(...args: Parameters<typeof rmsRatio>): RmsRatio {
  const got = rmsRatio(...args);
  if (isInconclusive(got)) throw new Error(got.inconclusive);
  return got;
}
function normals(count: number, seed: string): number[] {
  const { next } = stream(seed);
  return Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  );
}

describe("rmsRatio", () => {
  it("equals Fieller's quadratic where the second is fixed: the root of the mean square's own bounds", () => {
    // b is 1 throughout and a^2 takes two values symmetrically, so that nothing is skewed and se = sqrt(s^2 / n).
    const a = Array.from({ length: 40 }, (_, i) => Math.sqrt(i % 2 === 0 ? 1 : 3));
    const got = ratio(a, Array(40).fill(1), labels(40), 0.05);
    const reach = tQuantile(0.95, 39) * Math.sqrt(40 / 39 / 40);
    expect(got.estimate).toBeCloseTo(Math.SQRT2, 12);
    expect(got.lower).toBeCloseTo(Math.sqrt(2 - reach), 9);
    expect(got.upper).toBeCloseTo(Math.sqrt(2 + reach), 9);
  });

  it("bears any unit, and swapping the two inverts it", () => {
    const [a, b] = [normals(200, "a"), normals(200, "b").map((x) => 2 * x)];
    const clusters = labels(200, 2);
    const [one, other] = [ratio(a, b, clusters, 0.05), ratio(b, a, clusters, 0.05)];
    expect(one.estimate * other.estimate).toBeCloseTo(1, 12);
    expect(one.lower * other.upper).toBeCloseTo(1, 9);
    const scaled = ratio(
      a.map((x) => 1e6 * x),
      b,
      clusters,
      0.05,
    );
    expect(scaled.upper / one.upper).toBeCloseTo(1e6, 3);
  });

  it("covers: 300 samples of 60 prompts of two, a ratio of a half, at most 5 % and two standard errors beyond either bound", () => {
    let [below, above] = [0, 0];
    for (let k = 0; k < 300; k++) {
      const shared = normals(60, `shared ${k}`);
      const noise = normals(240, `noise ${k}`);
      const of = (i: number, at: number) => shared[Math.floor(i / 2)]! + noise[at]!;
      const a = Array.from({ length: 120 }, (_, i) => of(i, i) / 2);
      const b = Array.from({ length: 120 }, (_, i) => of(i, 120 + i));
      const { lower, upper } = ratio(a, b, labels(120, 2), 0.05);
      if (lower > 0.5) below++;
      if (upper < 0.5) above++;
    }
    expect(below / 300).toBeLessThan(0.076);
    expect(above / 300).toBeLessThan(0.076);
  });

  it("says nothing where nothing is known", () => {
    expect(rmsRatio([1, 2, 3], [1, 2, 3], labels(3), 0.05)).toEqual({ inconclusive: "under 6 prompts" });
    const zeros = Array<number>(12).fill(0);
    const some = normals(12, "some");
    expect(rmsRatio(zeros, some, labels(12), 0.05)).toEqual({ inconclusive: "the first is 0 throughout" });
    expect(rmsRatio(some, zeros, labels(12), 0.05)).toEqual({ inconclusive: "the second is 0 throughout" });
    // One prompt of twelve has a margin: it may as well have had none.
    const once = zeros.map((_, i) => (i === 0 ? 1 : 0));
    expect(ratio(some, once, labels(12), 0.05).upper).toBe(Number.POSITIVE_INFINITY);
    expect(() => rmsRatio([1], [1, 2], ["a"], 0.05)).toThrow(RangeError);
    expect(() => rmsRatio([Number.NaN], [1], ["a"], 0.05)).toThrow(RangeError);
  });
});
