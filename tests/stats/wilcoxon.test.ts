import { isInconclusive } from "../../src/stats/inconclusive.js";
import type { Sided } from "../../src/stats/sign-flip.js";
import type { Zeros } from "../../src/stats/signed-ranks.js";
import { wilcoxonSignedRank } from "../../src/stats/wilcoxon.js";
import { describeFixture, named } from "./fixture.js";

const sided = (p: Sided | null) => (p === null ? null : named(p));

describeFixture("wilcoxon", {
  wilcoxonSignedRank: (_, data) => {
    const by = (zeros: Zeros) => {
      const got = wilcoxonSignedRank(data.values, zeros);
      if (isInconclusive(got)) return got;
      return {
        ...got,
        T_plus: got.plus,
        T_minus: got.minus,
        statistic_two_sided: Math.min(got.plus, got.minus),
        asymptotic: sided(got.asymptotic),
        asymptotic_corrected: sided(got.corrected),
        exact: sided(got.exact),
      };
    };
    const wilcox = by("wilcox");
    return isInconclusive(wilcox) ? wilcox : { wilcox, pratt: by("pratt") };
  },
});
