import { describe, expect, it } from "vitest";
import { stream } from "../../src/random.js";
import {
  type Inconclusive,
  type Inference,
  isInconclusive,
  meanInference,
  rmsInference,
  type Sample,
} from "../../src/stats/inference.js";

const resampling = () => ({ next: stream("limits").next, replicates: 399 });
const of = (values: readonly number[]): Sample => ({ values, clusters: values.map((_, i) => `prompt ${i}`) });
function conclusive(got: Inference | Inconclusive): Inference {
  if (isInconclusive(got)) throw new Error(got.inconclusive);
  return got;
}
const LIMITS = { low: -5, high: 5 };
/** None of 60 prompts differs: at most this share does. */
const HIDDEN = 1 - 0.05 ** (1 / 60);

describe("all differences are exactly 0, as of a tokenizer that is blind to white space", () => {
  const zeros = of(Array(60).fill(0));

  it("without limits nothing is known of what 60 prompts have not shown", () => {
    expect(meanInference(zeros, resampling())).toEqual({ inconclusive: "no variance" });
    expect(rmsInference(zeros, resampling())).toEqual({ inconclusive: "no variance" });
  });

  it("with limits the mean is at most the hidden share times the limit, the root mean square its root's", () => {
    const mean = conclusive(meanInference(zeros, resampling(), LIMITS));
    expect(mean.upper(0.05)).toBeCloseTo(5 * HIDDEN, 10);
    expect(mean.lower(0.05)).toBeCloseTo(-5 * HIDDEN, 10);
    expect(mean.pLess(0.5)).toBeCloseTo(0.9 ** 60, 10);
    expect(mean.method).toMatch(/values taken to lie in \[−5, 5\]/);
    const rms = conclusive(rmsInference(zeros, resampling(), 5));
    expect(rms.upper(0.05)).toBeCloseTo(5 * Math.sqrt(HIDDEN), 10);
    expect([rms.lower(0.05), rms.pGreater(-0.1), rms.pGreater(0.1)]).toEqual([0, 0, 1]);
  });
});

it("limits that a value exceeds are none", () => {
  const sample = of([...Array(59).fill(0), 6]);
  expect(conclusive(meanInference(sample, resampling(), LIMITS)).upper(0.05)).toBe(Number.POSITIVE_INFINITY);
  const within = conclusive(meanInference(sample, resampling(), { low: -7, high: 7 }));
  // One of 60 moved: Clopper-Pearson's upper bound at an effective size of 59 is .0779.
  expect(within.upper(0.05)).toBeCloseTo(7 * 0.0779, 2);
});

it("limits change nothing where the data give both bounds", () => {
  const sample = of(Array.from({ length: 60 }, (_, i) => Math.sin(i * i)));
  const [free, limited] = [undefined, LIMITS].map((limits) =>
    conclusive(meanInference(sample, resampling(), limits)),
  ) as [Inference, Inference];
  expect([limited.lower(0.05), limited.upper(0.05), limited.method]).toEqual([
    free.lower(0.05),
    free.upper(0.05),
    free.method,
  ]);
});
