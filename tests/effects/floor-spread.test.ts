import { expect, it } from "vitest";
import { belowFloor } from "../../src/effects/floor.js";
import { stream } from "../../src/random.js";
import { pairOf, RULERS, responseOf } from "./scored.js";

/**
 * Answers and probes of one and the same distribution about their prompt's mean: a probe is then as often below the
 * floor as the floor says, but for the noise of a mean of two, which widens the probe's spread by sqrt(1.5).
 */
it("holds probes against the spread of answers, whatever prompts are worth", () => {
  const { next } = stream(1, "floor");
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const rows = Array.from({ length: 4000 }, (_, i) => {
    const level = 10 * normal();
    const item = `item ${String(i).padStart(4, "0")}`;
    const answers = [
      responseOf(item, "chosen", level + normal()),
      responseOf(item, "rejected", level + normal()),
    ];
    return { answers, probe: pairOf(answers[0]!, level + normal(), { augmentation: "only-a-dot" }) };
  });
  const measured = belowFloor(
    [{ expects: "lower", probe: true, pairs: rows.map(({ probe }) => probe) }],
    rows.flatMap(({ answers }) => answers),
    RULERS,
  );
  const { values } = measured.sample;
  const share = values.reduce((sum, value) => sum + value, 0) / values.length;
  // Φ(-1.645 / sqrt(1.5)) = 0.0896.
  expect(share).toBeGreaterThan(0.0896 - 0.015);
  expect(share).toBeLessThan(0.0896 + 0.015);
});
