import { describe, expect, it } from "vitest";
import { clusterMean, kishEffectiveSize } from "../../src/stats/cluster-mean.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { tInference } from "../../src/stats/t-inference.js";
import { describeFixture } from "./fixture.js";

describeFixture("cluster-se", {
  clusterMean: (_, data) => {
    const got = clusterMean({ values: data.values, clusters: data.clusters });
    if (isInconclusive(got)) return got;
    const cr2 = tInference(got.mean, got.seCr2, got.df);
    const cr1 = tInference(got.mean, got.seCr1, got.clusters - 1);
    return {
      n: got.n,
      clusters: got.clusters,
      mean: got.mean,
      se_cr0: got.seCr0,
      se_cr1: got.seCr1,
      se_cr2: got.seCr2,
      df_satterthwaite: got.df,
      ci95_cr2: [cr2.lower(0.025), cr2.upper(0.025)],
      ci90_cr2: [cr2.lower(0.05), cr2.upper(0.05)],
      ci95_cr1: [cr1.lower(0.025), cr1.upper(0.025)],
      msb: got.between.msBetween,
      msw: got.between.msWithin,
      n0: got.between.n0,
      icc1: got.between.icc,
      deff_icc: got.between.icc === null ? null : got.designEffect,
      n_eff: got.effectiveN,
      deff_ratio: got.varianceRatio,
    };
  },
  kishEffectiveSize: (input) => {
    const kish = kishEffectiveSize(input.weights);
    return isInconclusive(kish) ? kish : { kish };
  },
});

describe("clusterMean", () => {
  it("gives the same digits in any order of rows", () => {
    const values = [0.1, 0.7, -0.3, 0.2, 1e-9, 3.3];
    const clusters = ["b", "a", "b", "c", "a", "c"];
    const turned = [4, 2, 0, 5, 1, 3];
    expect(
      clusterMean({ values: turned.map((i) => values[i]!), clusters: turned.map((i) => clusters[i]!) }),
    ).toEqual(clusterMean({ values, clusters }));
  });

  it("takes rounding for no variance", () => {
    const values = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 0.1 + 0.2 : 0.3));
    expect(clusterMean({ values, clusters: values.map((_, i) => `${i}`) })).toEqual({
      inconclusive: "no variance",
    });
  });
});
