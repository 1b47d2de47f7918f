import { betaCdf, betaQuantile } from "../../src/stats/distributions/beta.js";
import { binomialCdf, binomialQuantile, binomialSf } from "../../src/stats/distributions/binomial.js";
import { chiSquareSf } from "../../src/stats/distributions/chi-square.js";
import { noncentralTCdf } from "../../src/stats/distributions/noncentral-t.js";
import { normalCdf, normalQuantile } from "../../src/stats/distributions/normal.js";
import { tCdf, tQuantile, tSf } from "../../src/stats/distributions/student-t.js";
import { type Answer, describeFixture } from "./fixture.js";

const of =
  (f: (...args: [number, number, number]) => number): Answer =>
  (input) => ({ value: f(...(input.args as [number, number, number])) });

describeFixture("distributions", {
  t_cdf: of(tCdf),
  t_sf: of(tSf),
  t_quantile: of(tQuantile),
  normal_cdf: of(normalCdf),
  normal_sf: of((z) => normalCdf(-z)),
  normal_quantile: of(normalQuantile),
  nct_cdf: of(noncentralTCdf),
  beta_cdf: of(betaCdf),
  beta_quantile: of(betaQuantile),
  binomial_cdf: of(binomialCdf),
  binomial_sf: of(binomialSf),
  binomial_quantile: of(binomialQuantile),
  chi2_sf: of(chiSquareSf),
});
