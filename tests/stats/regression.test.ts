import { expect, it } from "vitest";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { isotonic } from "../../src/stats/isotonic.js";
import { ancova, coefficientIntervals, ols, type Regression } from "../../src/stats/regression.js";
import { spearman } from "../../src/stats/spearman.js";
import { theilSen } from "../../src/stats/theil-sen.js";
import { describeFixture } from "./fixture.js";

function fields(got: Regression) {
  const interval = (se: readonly number[] | null, df: number) =>
    se && coefficientIntervals(got.coefficients, se, df, 0.95);
  return {
    ...got,
    ci95: interval(got.se, got.df),
    r_squared: got.rSquared,
    se_hc3: got.seHc3,
    ci95_hc3: interval(got.seHc3, got.df),
    se_cr1: got.seCr1,
    ci95_cr1: interval(got.seCr1, (got.clusters ?? 0) - 1),
    se_cr1_small_sample: got.seCr1?.map((se) => se * Math.sqrt((got.n - 1) / got.df)),
    se_cr2: got.seCr2,
    df_cr2: got.dfCr2,
  };
}

it("a covariate that moves in one prompt alone has no cluster-robust error, and none of 0", () => {
  const clusters = Array.from({ length: 24 }, (_, i) => `prompt ${Math.floor(i / 3)}`);
  const y = clusters.map((_, i) => Math.sin(i * i));
  const got = ols(y, [clusters.map((prompt) => (prompt === "prompt 2" ? 1 : 0))], clusters);
  // What the other prompts have in common is known; how far this one may lie from them is not.
  const number = expect.any(Number);
  expect(got).toMatchObject({ seCr2: [number, null], dfCr2: [number, null] });
});

describeFixture("regression", {
  ols: (_, data) => {
    const got = ols(data.y, [data.x], data.clusters);
    return isInconclusive(got) ? got : fields(got);
  },
  ancova: (input, data) => {
    const got = ancova(data.y, data.covariates, input.centring, data.clusters);
    return isInconclusive(got) ? got : fields(got);
  },
  theilSen: (input, data) => theilSen(data.x, data.y, input.level ?? 0.95),
  spearman: (_, data) => spearman(data.x, data.y),
  isotonic: (input, data) =>
    isotonic(data.x, data.y, input.increasing ? "increasing" : "decreasing", input.weights),
});
