import { stream } from "../../src/random.js";
import { bcaBootstrap, bcaInterval } from "../../src/stats/bca.js";
import { quantile } from "../../src/stats/descriptive.js";
import { standardisedEffect } from "../../src/stats/effect-sizes.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { jackknife, type Statistic } from "../../src/stats/jackknife.js";
import { clusterValues } from "../../src/stats/sample.js";
import { describeFixture, type Input, OMITTED } from "./fixture.js";

const STATISTICS: Record<string, Statistic> = {
  mean: (values) => values.reduce((total, x) => total + x, 0) / values.length,
  median: (values) =>
    quantile(
      [...values].sort((a, b) => a - b),
      0.5,
    ),
  d_z: (values) => standardisedEffect(values).dZ ?? Number.NaN,
};

const groupsOf = (input: Input, data: Input): readonly (readonly number[])[] =>
  input.by === "cluster"
    ? clusterValues({ values: data.values, clusters: data.clusters })
    : data.values.map((value: number) => [value]);

const REPLICATES = 2_000;

describeFixture("bootstrap", {
  acceleration: (input, data) => {
    const groups = groupsOf(input, data);
    const got = jackknife(groups, STATISTICS[input.statistic]!);
    if (isInconclusive(got)) return got;
    return { ...got, jackknife_mean: got.mean, clusters: groups.length };
  },
  bcaInterval: (input, _data, _one, all) => {
    const got = bcaInterval(all[input.replicates]!.values, input.estimate, input.acceleration, input.level);
    if (isInconclusive(got)) return got;
    return {
      ...got,
      share_below: got.shareBelow,
      alpha_lower: got.alphaLower,
      alpha_upper: got.alphaUpper,
      lower_norm_inter: OMITTED,
      upper_norm_inter: OMITTED,
    };
  },
  bootstrapMonteCarlo: (input, data, one) => {
    const resampling = { next: stream(one.id).next, replicates: REPLICATES };
    const got = bcaBootstrap(groupsOf(input, data), STATISTICS[input.statistic]!, input.level, resampling);
    if (isInconclusive(got)) return got;
    const { mc_sd: sd, mc_B: B } = one.tolerance as unknown as { mc_sd: [number, number]; mc_B: number };
    const expected = one.expect as { lower: number; upper: number };
    const near = (end: "lower" | "upper", spread: number) =>
      Math.abs(got[end] - expected[end]) <= 5 * spread * Math.sqrt(B / REPLICATES) ? expected[end] : got[end];
    return { lower: near("lower", sd[0]), upper: near("upper", sd[1]) };
  },
});
