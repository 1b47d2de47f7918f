import { benjaminiHochberg, benjaminiYekutieli, holm } from "../../src/stats/multiplicity.js";
import { describeFixture } from "./fixture.js";

describeFixture("multiplicity", {
  adjust: (input) => ({
    holm: holm(input.p),
    bh: benjaminiHochberg(input.p),
    by: benjaminiYekutieli(input.p),
  }),
});
