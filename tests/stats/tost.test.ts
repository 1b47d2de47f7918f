import { isInconclusive } from "../../src/stats/inconclusive.js";
import { tost } from "../../src/stats/tost.js";
import { describeFixture } from "./fixture.js";

describeFixture("tost", {
  tost: (input, data) => {
    const got = tost(data.values, input.low, input.high, input.alpha);
    if (isInconclusive(got)) return got;
    return {
      ...got,
      p_lower: got.pLower,
      p_upper: got.pUpper,
      t_lower: (got.mean - input.low) / got.se,
      t_upper: (got.mean - input.high) / got.se,
    };
  },
});
