import { isInconclusive } from "../../src/stats/inconclusive.js";
import { minimalDetectableEffect, sampleSize, tTestPower } from "../../src/stats/power-t.js";
import { tostMinimalMargin, tostPower, tostSampleSize } from "../../src/stats/power-tost.js";
import { describeFixture } from "./fixture.js";

describeFixture("power", {
  ttestPower: ({ n, d, alpha, alternative }) => ({ power: tTestPower(n, d, alpha, alternative) }),
  minimalDetectableEffect: ({ n, alpha, power, alternative }) => {
    const got = minimalDetectableEffect(n, alpha, power, alternative);
    return isInconclusive(got) ? got : { d: got.d, d_normal: got.normal };
  },
  sampleSize: ({ d, alpha, power, alternative }) => {
    const got = sampleSize(d, alpha, power, alternative);
    return isInconclusive(got) ? got : { n: got.n, n_real: got.real };
  },
  tostPower: ({ n, sd, delta, theta, alpha }) => ({ power: tostPower(n, { sd, delta, theta, alpha }) }),
  tostSampleSize: ({ sd, delta, alpha, power }) => {
    const got = tostSampleSize({ sd, delta, alpha }, power);
    return isInconclusive(got) ? got : { n_exact: got.n, n_normal: got.normal };
  },
  tostMinimalMargin: ({ n, sd, alpha, power }) => {
    const got = tostMinimalMargin(n, sd, alpha, power);
    return isInconclusive(got) ? got : { delta: got.delta, delta_normal: got.normal };
  },
});
