import { expect, test } from "vitest";
import { buildPairs } from "../../src/pairs/build.js";
import { itemOf, operatorOf } from "../pairs/made.js";

/** In the view `coverage` the empty reason counts the valid pairs. */
test("an operator that declines without a reason is never counted as applied", () => {
  const silent = operatorOf({ name: "silent" }, () => ({ skip: "" }));
  const item = itemOf("What is it?", [["response", "A bridge."]]);
  const plan = { seed: 1, window: 100, donors: [] };
  const [built] = buildPairs(item, [{ augmentation: silent, dose: undefined }], plan);
  expect(built).toMatchObject({ kind: "skip", stage: "apply", reason: "no-reason-given" });
});
