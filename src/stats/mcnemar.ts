import { binomialTest } from "./binomial-test.js";
import { chiSquareSf } from "./distributions/chi-square.js";
import { type Inconclusive, inconclusive } from "./inconclusive.js";
import { requireCount } from "./refuse.js";

export interface McNemar {
  readonly discordant: number;
  readonly exactP: number;
  /** exactP less the chance of the observed table (half of it where the two counts are equal). */
  readonly midP: number;
  readonly chi2: number;
  readonly chi2P: number;
  readonly chi2Corrected: number;
  readonly chi2CorrectedP: number;
}

/**
 * Change of paired yes/no outcomes (McNemar 1947) from the two counts that changed: yes to no and no to yes.
 * Inconclusive where nothing changed. Throws RangeError on counts that are not whole or negative.
 */
export function mcnemar(yesNo: number, noYes: number): McNemar | Inconclusive {
  requireCount(yesNo, "yesNo");
  requireCount(noYes, "noYes");
  const discordant = yesNo + noYes;
  if (discordant === 0) return inconclusive("no pair changed");
  const fewer = Math.min(yesNo, noYes);
  const tail = binomialTest(fewer, discordant, 0.5);
  const exactP = Math.min(1, 2 * tail.less);
  const observed = tail.less + tail.greater - 1;
  const chi2 = (yesNo - noYes) ** 2 / discordant;
  const chi2Corrected = (Math.abs(yesNo - noYes) - 1) ** 2 / discordant;
  return {
    discordant,
    exactP,
    midP: exactP - (yesNo === noYes ? observed / 2 : observed),
    chi2,
    chi2P: chiSquareSf(chi2, 1),
    chi2Corrected,
    chi2CorrectedP: chiSquareSf(chi2Corrected, 1),
  };
}
