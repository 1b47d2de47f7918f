import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leading } from "../../src/pairs/leading.js";

const answers = fc.uniqueArray(
  fc.record({
    role: fc.constantFrom("chosen" as const, "response" as const, "rejected" as const),
    style: fc.constantFrom("", "concise", "markdown"),
    text: fc.constantFrom("a", "b", "c"),
  }),
  { minLength: 1, maxLength: 6, selector: (one) => JSON.stringify(one) },
);

describe("the answer that leads an item", () => {
  it("is the same in every order of the answers", () => {
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (all, draws) => {
        const shuffled = all
          .map((one) => ({ one, at: draws.next().value as number }))
          .sort((a, b) => a.at - b.at);
        const other = shuffled.map(({ one }) => one);
        expect(other[leading(other)]).toEqual(all[leading(all)]);
      }),
    );
  });
  it("is a chosen one before an unranked before a rejected one", () => {
    const of = (...roles: ("chosen" | "response" | "rejected")[]) =>
      leading(roles.map((role, i) => ({ role, style: "", text: String(9 - i) })));
    expect(of("rejected", "response", "chosen", "chosen")).toBe(3);
    expect(of("rejected", "response")).toBe(1);
    expect(leading([{ role: "chosen", style: "", text: "" }], ["rejected"])).toBe(-1);
  });
});
