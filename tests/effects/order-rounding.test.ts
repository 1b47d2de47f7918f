import { expect, test } from "vitest";
import { attackOnRejected, comparisonsUnder, orderUnderBoth } from "../../src/effects/order.js";
import { pairOf, responseOf } from "./scored.js";

const chosen = responseOf("i", "chosen", 0.3);
const rejected = responseOf("i", "rejected", 0.1);

/** 0.3, 0.1 and 0.7 have no finite binary fraction: their differences of differences are not exactly zero. */
test("answers that end with one score are a tie, whatever their differences round to", () => {
  const pairs = [pairOf(chosen, 0.7), pairOf(rejected, 0.7)];
  const [row] = orderUnderBoth(comparisonsUnder([chosen, rejected], pairs), 0);
  expect(row).toMatchObject({ before: 1, after: 0.5, placebo: 1 });
});

test("the mirrored change that meets in one score is a tie too", () => {
  // 0.3 - 0.4 = 0.1 - 0.2 = -0.1: under the mirrored change both lie at -0.1.
  const pairs = [pairOf(chosen, 0.7), pairOf(rejected, 0.3)];
  const [row] = orderUnderBoth(comparisonsUnder([chosen, rejected], pairs), 0);
  expect(row).toMatchObject({ before: 1, after: 1, placebo: 0.5 });
});

test("an attack that reaches the chosen answer's score is half a loss, on either side", () => {
  const won = [responseOf("i", "chosen", 0.3), rejected] as const;
  const [up] = attackOnRejected(comparisonsUnder(won, [pairOf(rejected, 0.3)]), 0);
  expect(up).toMatchObject({ lost: 0.5, placebo: 0 });
  const [down] = attackOnRejected(comparisonsUnder(won, [pairOf(rejected, -0.1)]), 0);
  expect(down).toMatchObject({ lost: 0, placebo: 0.5 });
});

test("a difference that is more than rounding still decides", () => {
  const pairs = [pairOf(chosen, 0.7), pairOf(rejected, 0.7 + 1e-9)];
  const [row] = orderUnderBoth(comparisonsUnder([chosen, rejected], pairs), 0);
  expect(row).toMatchObject({ after: 0 });
});
