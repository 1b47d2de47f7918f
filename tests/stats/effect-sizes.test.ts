import { expect, it } from "vitest";
import { correctDirection, hedgesJ } from "../../src/stats/effect-sizes.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { pairedEffects } from "../../src/stats/paired-effects.js";
import { describeFixture, OMITTED } from "./fixture.js";

describeFixture("effect-sizes", {
  pairedEffects: (_, data) => {
    const got = pairedEffects(data.base, data.variant);
    if (isInconclusive(got)) return got;
    return {
      n: got.n,
      zeros: got.zeros,
      mean_difference: got.meanDifference,
      d_z: got.dZ,
      hedges_j: got.j,
      g_z: got.gZ,
      hedges_j_exact: OMITTED,
      d_av: got.dAv,
      d_av_root_mean_square: got.dAvRootMeanSquare,
      rank_biserial: got.rankBiserial,
      rank_biserial_pratt: got.rankBiserialPratt,
      cliffs_delta: got.cliffsDelta,
      dominance_within: got.dominanceWithin,
      superiority_paired: got.superiorityPaired,
      superiority_unpaired: got.superiorityUnpaired,
      common_language_normal: got.commonLanguageNormal,
    };
  },
  correctDirectionRate: (input, data) => {
    const differences = data.base.map((value: number, i: number) => data.variant[i] - value);
    const credits = correctDirection(differences, input.sign, input.tau);
    const count = (credit: number) => credits.filter((value) => value === credit).length;
    return {
      correct_direction_rate: credits.reduce((total, credit) => total + credit, 0) / credits.length,
      wins: count(1),
      ties: count(0.5),
      losses: count(0),
    };
  },
  hedgesJ: (input) => ({ hedges_j: hedgesJ(input.n), hedges_j_exact: OMITTED }),
});

it("counts a move of exactly the tolerance as a tie, on either side", () => {
  expect(correctDirection([0.25, -0.25, 0.26, -0.26, 0], -1, 0.25)).toEqual([0.5, 0.5, 0, 1, 0.5]);
});

it("refuses a negative or missing tolerance", () => {
  expect(() => correctDirection([1], 1, Number.NaN)).toThrow(RangeError);
  expect(() => correctDirection([1], 1, -0.1)).toThrow(RangeError);
});
