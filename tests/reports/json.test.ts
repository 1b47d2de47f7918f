import { describe, expect, it } from "vitest";
import json from "../../src/reports/json.js";
import { BAD, BETTER, EMPTY } from "./views.js";

const OPTIONS = { color: false, width: 80 };

describe("the JSON report", () => {
  it("holds everything the run knows", () => {
    const { runs, ...head } = JSON.parse(json.render([BAD, BETTER], OPTIONS));
    expect(head).toEqual({ schema: "tare-report", version: 1, verdict: "fail" });
    expect(runs).toEqual([BAD, BETTER]);
  });

  it("keeps its field names: a change here is a new version", () => {
    const [run] = JSON.parse(json.render([BAD], OPTIONS)).runs;
    expect(Object.keys(run).sort()).toEqual(
      "coverage createdAt curves data database effects look noise rubric run scale scorer seed state strata texts validity verdict verdicts".split(
        " ",
      ),
    );
    expect(Object.keys(run.verdicts[0]).sort()).toEqual(
      "because claim clusters estimate lower n pFail pFailHolm upper verdict".split(" "),
    );
    expect(Object.keys(run.effects[0]).sort()).toEqual(
      "adjusted adjustedFor adjustedLower adjustedReason adjustedUpper alpha attribute augmentation clusters designEffect disagrees dose effectiveN estimate icc lower mde method metric n p pAdjusted q reason scope skipped stratum ties upper".split(
        " ",
      ),
    );
    expect(Object.keys(run.coverage[0]).sort()).toEqual(
      "applied attribute augmentation changes dose expects skipped".split(" "),
    );
  });

  it("takes the worst verdict, and none of no run", () => {
    expect(JSON.parse(json.render([BETTER, EMPTY], OPTIONS)).verdict).toBe("inconclusive");
    expect(JSON.parse(json.render([], OPTIONS))).toEqual({
      schema: "tare-report",
      version: 1,
      verdict: null,
      runs: [],
    });
  });
});
