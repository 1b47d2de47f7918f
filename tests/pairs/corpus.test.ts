import { expect, it } from "vitest";
import { corpusFor } from "../../src/pairs/corpus.js";
import { donorOf } from "./made.js";

const donors = Array.from({ length: 40 }, (_, i) => donorOf(`Question ${i}?`, `Answer ${i}.`));

function borrower(item: string, promptKey = "none", augmentation = "swap", seed = 1) {
  return { seed, augmentation, item, promptKey };
}

it("never lends from the same prompt", () => {
  for (const own of donors)
    for (let i = 0; i < 20; i++) {
      const lent = corpusFor(borrower(`item ${i}`, own.promptKey), donors).donor();
      expect(lent).toBeDefined();
      expect(lent).not.toBe(own.text);
    }
  expect(corpusFor(borrower("x", donors[0]!.promptKey), [donors[0]!]).donor()).toBeUndefined();
  expect(corpusFor(borrower("x"), []).donor()).toBeUndefined();
});

it("does not depend on the order of donors", () => {
  const reversed = [...donors].reverse();
  for (let i = 0; i < 200; i++)
    expect(corpusFor(borrower(`item ${i}`), reversed).donor()).toBe(
      corpusFor(borrower(`item ${i}`), donors).donor(),
    );
});

it("changes only the pairs that used a donor which is gone", () => {
  const fewer = donors.slice(1);
  for (let i = 0; i < 300; i++) {
    const before = corpusFor(borrower(`item ${i}`), donors).donor();
    if (before !== donors[0]!.text) expect(corpusFor(borrower(`item ${i}`), fewer).donor()).toBe(before);
  }
});

it("uses all donors about equally, and others for another operator or seed", () => {
  const uses = new Map<string, number>();
  let same = 0;
  for (let i = 0; i < 4000; i++) {
    const text = corpusFor(borrower(`item ${i}`), donors).donor()!;
    uses.set(text.response, (uses.get(text.response) ?? 0) + 1);
    if (corpusFor(borrower(`item ${i}`, "none", "other"), donors).donor() === text) same++;
    if (corpusFor(borrower(`item ${i}`, "none", "swap", 2), donors).donor() === text) same++;
  }
  expect(uses.size).toBe(40);
  // 100 expected each, binomial SD 10: six SDs on either side.
  for (const count of uses.values()) expect(Math.abs(count - 100)).toBeLessThan(60);
  // 8000 / 40 = 200 expected, SD 14.
  expect(Math.abs(same - 200)).toBeLessThan(90);
});
