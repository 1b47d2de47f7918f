import { expect, test } from "vitest";
import { compareSamples } from "../../src/doctor/cpu-agreement.js";

const sample = (...logits: number[]) => ({ prompt: "", response: "", tokens: 1, logits });

test("the head that differs most for its spread is the one that is told", () => {
  const cpu = [sample(0, 0), sample(2, 200), sample(4, 400)]; // SDs 2 and 200
  const card = [sample(0, 1), sample(2.5, 200), sample(4, 399)];
  expect(compareSamples(card, cpu, ["a", "b"])).toEqual({ texts: 3, head: "a", difference: 0.5, spread: 2 });
});

test("scores that do not vary and differ are told before all others", () => {
  const cpu = [sample(1, 0), sample(1, 1)];
  const card = [sample(1.001, 0.5), sample(1, 1)];
  expect(compareSamples(card, cpu, ["flat", "b"])).toMatchObject({ head: "flat", spread: 0 });
});
