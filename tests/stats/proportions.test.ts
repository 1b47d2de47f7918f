import { binomialTest, signTest } from "../../src/stats/binomial-test.js";
import { clopperPearson, clopperPearsonLower, clopperPearsonUpper } from "../../src/stats/clopper-pearson.js";
import { isInconclusive } from "../../src/stats/inconclusive.js";
import { mcnemar } from "../../src/stats/mcnemar.js";
import { wilson } from "../../src/stats/wilson.js";
import { describeFixture, named } from "./fixture.js";

describeFixture("proportions", {
  signTest: (_, data) => {
    const got = signTest(data.values);
    return isInconclusive(got) ? got : { ...got, p: named(got.p) };
  },
  binomialTest: (input) => ({ p: named(binomialTest(input.successes, input.n, input.p)) }),
  clopperPearson: ({ successes, n, level }) => {
    const got = clopperPearson(successes, n, level);
    if (isInconclusive(got)) return got;
    return {
      ...got,
      one_sided_lower: clopperPearsonLower(successes, n - successes, 1 - level),
      one_sided_upper: clopperPearsonUpper(successes, n - successes, 1 - level),
    };
  },
  wilson: ({ successes, n, level }) => wilson(successes, n, level),
  mcnemar: (input) => {
    const got = mcnemar(input.table[0][1], input.table[1][0]);
    if (isInconclusive(got)) return got;
    return {
      discordant: got.discordant,
      exact_p: got.exactP,
      mid_p: got.midP,
      chi2: got.chi2,
      chi2_p: got.chi2P,
      chi2_corrected: got.chi2Corrected,
      chi2_corrected_p: got.chi2CorrectedP,
    };
  },
});
